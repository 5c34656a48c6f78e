//! What became of templates.

mod category;
mod components;
mod quality;
mod status;

pub use self::category::{TemplateCategoryDetection, TemplateCategoryUpdate};
pub use self::components::{TemplateButton, TemplateButtonKind, TemplateComponentsUpdate};
pub use self::quality::{QualityScore, TemplateQualityUpdate};
pub use self::status::{
    DisableDate, RejectionReason, TemplateEvent, TemplateNote, TemplateStatusUpdate, TemplateUse,
};
use super::json::Object;
use super::redacted::{Keyword, TemplateName};
use super::word::words;

words! {
    /// The category of a template.
    pub enum TemplateCategory {
        /// One-time codes.
        Authentication = "AUTHENTICATION",
        /// Offers and everything else that sells.
        Marketing = "MARKETING",
        /// Updates about what the customer asked for.
        Utility = "UTILITY",
    }
}

/// Which template, in which language, a report is about.
#[derive(Clone, Debug, PartialEq)]
struct Subject {
    id: Option<u64>,
    name: Option<TemplateName>,
    language: Option<Keyword>,
}

impl Subject {
    /// Reads the template; `None` if it is neither named nor numbered.
    fn read(report: &Object<'_>) -> Option<Self> {
        let subject = Self {
            id: report.number("message_template_id"),
            name: report.id("message_template_name").map(TemplateName::new),
            language: report
                .text("message_template_language")
                .map(|language| Keyword::of(spelt(&language).into())),
        };
        (subject.id.is_some() || subject.name.is_some()).then_some(subject)
    }

    fn is(&self, name: &str, language: &str) -> bool {
        self.name.as_deref() == Some(name) && self.language.as_deref() == Some(&*spelt(language))
    }
}

/// A language code as it is spelt everywhere but in the platform's samples of these reports.
fn spelt(language: &str) -> String {
    language.replace('-', "_")
}

/// Defines a report about a template: its content, and the facts that all of them share.
macro_rules! template_report {
    ($(#[$about:meta])* pub struct $name:ident($content:ty);) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            report: $crate::webhook::origin::Report,
            template: $crate::webhook::template::Subject,
            content: $content,
        }

        impl $name {
            /// The number of the template in this language (`message_template_id`).
            #[must_use]
            pub fn template_id(&self) -> Option<u64> {
                self.template.id
            }

            /// The name of the template (`message_template_name`).
            #[must_use]
            pub fn template_name(&self) -> Option<&str> {
                self.template.name.as_deref()
            }

            /// The language of the template (`message_template_language`), such as `en_US`.
            ///
            /// Where the platform writes `en-US`, this is `en_US` all the same.
            #[must_use]
            pub fn language(&self) -> Option<&str> {
                self.template.language.as_deref()
            }

            /// Whether it is about this template in this language; `en-US` and `en_US` are the same.
            #[must_use]
            pub fn is_about(&self, name: &str, language: &str) -> bool {
                self.template.is(name, language)
            }

            $crate::webhook::origin::report_facts!();

            /// Reads the value of a change; `None` if it lacks what makes it one.
            pub(in crate::webhook) fn read(
                origin: &::std::sync::Arc<$crate::webhook::origin::Origin>,
                json: $crate::webhook::json::Json<'_>,
                value: &$crate::webhook::json::Object<'_>,
            ) -> Option<Self> {
                Some(Self {
                    template: $crate::webhook::template::Subject::read(value)?,
                    content: <$content>::read(value)?,
                    report: $crate::webhook::origin::Report::new(origin, json),
                })
            }
        }
    };
}
use template_report;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::webhook::json::Json;

    #[test]
    fn languages_are_compared_after_mapping() {
        let read = |json| Subject::read(&Json::new(json).object().expect("it is an object"));
        let subject = read(r#"{"message_template_name":"a","message_template_language":"pt-BR"}"#);
        let subject = subject.expect("it has a name");
        assert_eq!(subject.language.as_deref(), Some("pt_BR"));
        assert!(subject.is("a", "pt_BR") && subject.is("a", "pt-BR"));
        assert!(!subject.is("a", "pt") && !subject.is("b", "pt_BR"));
        assert_eq!(read("{}"), None);
    }
}

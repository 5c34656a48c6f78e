//! What the platform writes into authentication templates (`templates/authentication-templates`, preview).

use reqwest::Method;
use serde_json::Value;

use super::TemplateApi;
use crate::client::api::{Action, ApiError, Call};
use crate::client::json;

const PREVIEW: Action = Action::repeatable("the preview of authentication templates");

/// What is to be shown; made with [`PreviewOptions::new`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct PreviewOptions {
    languages: Vec<String>,
    add_security_recommendation: bool,
    code_expiration_minutes: Option<u8>,
}

impl PreviewOptions {
    /// The shortest text, in all languages.
    pub fn new() -> Self {
        Self::default()
    }

    /// In these languages only, `["en_US", "es_ES"]` for example.
    pub fn languages<S: Into<String>>(self, languages: impl IntoIterator<Item = S>) -> Self {
        Self { languages: languages.into_iter().map(Into::into).collect(), ..self }
    }

    /// With the advice not to share the code.
    pub fn security_recommendation(self) -> Self {
        Self { add_security_recommendation: true, ..self }
    }

    /// With a footer that says how long the code is valid, 1 to 90 minutes.
    pub fn code_expiration_minutes(self, minutes: u8) -> Self {
        Self { code_expiration_minutes: Some(minutes), ..self }
    }
}

/// An authentication template in one language, as the platform writes it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TemplatePreview {
    /// The language code.
    pub language: Option<Box<str>>,
    /// The text; `{{1}}` is the code.
    pub body: Option<Box<str>>,
    /// The footer.
    pub footer: Option<Box<str>>,
    /// The labels of the button.
    pub buttons: Vec<PreviewButton>,
    /// The whole answer for this language.
    pub raw: Value,
}

/// The labels of a button for one-time codes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PreviewButton {
    /// Of the button that copies the code.
    pub text: Option<Box<str>>,
    /// Of the button that fills the code in.
    pub autofill_text: Option<Box<str>>,
}

impl TemplateApi {
    /// The texts that the platform writes into authentication templates.
    ///
    /// # Errors
    ///
    /// [`ApiError`].
    ///
    /// ```no_run
    /// use wa_template::client::PreviewOptions;
    ///
    /// # async fn example(templates: wa_template::client::TemplateApi) -> Result<(), Box<dyn std::error::Error>> {
    /// let options = PreviewOptions::new().languages(["en_US", "es_ES"]).code_expiration_minutes(10);
    /// for preview in templates.previews(&options).await? {
    ///     println!("{:?}: {:?}", preview.language, preview.body);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn previews(&self, options: &PreviewOptions) -> Result<Vec<TemplatePreview>, ApiError> {
        let url = self.account(PREVIEW, "message_template_previews")?;
        let languages = options.languages.join(",");
        let minutes = options.code_expiration_minutes.map(|minutes| minutes.to_string());
        let call = Call::new(PREVIEW, Method::GET, url).query([
            ("category", Some("AUTHENTICATION")),
            ("languages", Some(languages.as_str()).filter(|languages| !languages.is_empty())),
            ("add_security_recommendation", options.add_security_recommendation.then_some("true")),
            ("code_expiration_minutes", minutes.as_deref()),
            ("button_types", Some("OTP")),
        ]);
        let mut answer = self.api.json(call).await?;
        let Some(Value::Array(previews)) = answer.get_mut("data").map(Value::take) else {
            return Err(ApiError::unclear(PREVIEW, "the answer holds no list"));
        };
        Ok(previews.into_iter().map(preview).collect())
    }
}

fn preview(raw: Value) -> TemplatePreview {
    let buttons = raw.get("buttons").and_then(Value::as_array).into_iter().flatten();
    let button = |button: &Value| PreviewButton {
        text: json::text(button, "text"),
        autofill_text: json::text(button, "autofill_text"),
    };
    TemplatePreview {
        language: json::text(&raw, "language"),
        body: json::text(&raw, "body"),
        footer: json::text(&raw, "footer"),
        buttons: buttons.map(button).collect(),
        raw,
    }
}

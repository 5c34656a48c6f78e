//! Changes of a template.

use reqwest::Method;
use serde_json::{Map, Value};

use super::TemplateApi;
use super::samples::Handles;
use crate::client::api::{Action, ApiError, Call, success};
use crate::definition::{Category, Definition};

const EDIT: Action = Action::once("the edit of a template");

/// What is changed of a template; name and language never are.
///
/// ```
/// use wa_template::client::TemplateEdit;
/// use wa_template::definition::Category;
///
/// let edit = TemplateEdit::new().category(Category::Utility).message_send_ttl_seconds(600);
/// # let _ = edit;
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
pub struct TemplateEdit {
    category: Option<Category>,
    components: Option<Definition>,
    message_send_ttl_seconds: Option<i64>,
}

impl TemplateEdit {
    /// No change yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Another category. That of an approved template is fixed.
    pub fn category(self, category: Category) -> Self {
        Self { category: Some(category), ..self }
    }

    /// The components of this definition in place of all that the template has. Its name, language and category do
    /// not matter.
    pub fn components_of(self, definition: &Definition) -> Self {
        Self { components: Some(definition.clone()), ..self }
    }

    /// Another lifetime of undelivered messages, in seconds; the limits are those of creation
    /// (`templates/time-to-live`, October 2025).
    pub fn message_send_ttl_seconds(self, seconds: i64) -> Self {
        Self { message_send_ttl_seconds: Some(seconds), ..self }
    }
}

impl TemplateApi {
    /// Changes a template, which then goes to review again.
    ///
    /// Only approved, rejected and paused templates can be changed ([`can_be_edited`]); an approved one once in 24
    /// hours and 10 times in 30 days, the others without limit (`templates/template-management`, November 2025).
    /// Samples that are files are uploaded as in [`create`](Self::create).
    ///
    /// One request, never repeated.
    ///
    /// [`can_be_edited`]: super::TemplateStatus::can_be_edited
    ///
    /// # Errors
    ///
    /// [`ApiError`]: *rejected* with subcode 2388039 if the status does not allow it.
    ///
    /// ```no_run
    /// use wa_template::client::{TemplateApi, TemplateEdit};
    /// # use wa_template::WaTemplate;
    ///
    /// # async fn example<T: WaTemplate>(templates: TemplateApi) -> Result<(), Box<dyn std::error::Error>> {
    /// for definition in T::definitions() {
    ///     let Some(stored) = templates.find(definition.name(), definition.language()).await? else { continue };
    ///     let moved_on = stored.definition().is_none_or(|stored| !stored.differences(&definition).is_empty());
    ///     if let (true, Some(id)) = (moved_on, stored.id()) {
    ///         templates.edit(id, &TemplateEdit::new().components_of(&definition)).await?;
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn edit(&self, template_id: &str, edit: &TemplateEdit) -> Result<(), ApiError> {
        let url = self.template(EDIT, template_id, &[])?;
        let mut keys = Map::new();
        if let Some(category) = &edit.category {
            keys.insert("category".to_owned(), category.as_str().into());
        }
        if let Some(definition) = &edit.components {
            let body = self.body(EDIT, definition, &mut Handles::new()).await?;
            let mut body: Value = body.parse().unwrap_or_default();
            let components = body.get_mut("components").map(Value::take);
            keys.insert("components".to_owned(), components.unwrap_or_else(|| Value::Array(Vec::new())));
        }
        if let Some(seconds) = edit.message_send_ttl_seconds {
            keys.insert("message_send_ttl_seconds".to_owned(), seconds.into());
        }
        if keys.is_empty() {
            return Err(ApiError::not_sent(EDIT, "nothing is to be changed"));
        }
        let call = Call::new(EDIT, Method::POST, url).json(Value::Object(keys).to_string());
        success(EDIT, &self.api.json(call).await?)
    }
}

//! Templates that are put away.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ODD_WABA_ID, TemplateApi, joined};
use crate::client::api::{Action, ApiError, Call, id};

const ARCHIVE: Action = Action::repeatable("the archiving of templates");
const UNARCHIVE: Action = Action::repeatable("the return of templates from the archive");

/// Which templates were put away or brought back, and which were not.
#[derive(Clone, Debug, PartialEq)]
pub struct ArchiveOutcome(Value);

impl ArchiveOutcome {
    /// The ids of those for which it was done.
    #[must_use]
    pub fn done(&self) -> Vec<&str> {
        // What the key is called when templates come back is not documented: whatever is not the failures.
        let lists = self.0.as_object().into_iter().flatten();
        let done = lists.filter(|(key, _)| key.ends_with("archived_templates"));
        done.flat_map(|(_, list)| ids(list)).collect()
    }

    /// The ids of those for which it was not done; [`raw`](Self::raw) may say why.
    #[must_use]
    pub fn failed(&self) -> Vec<&str> {
        self.0.get("failed_templates").map(ids).unwrap_or_default()
    }

    /// The whole answer.
    #[must_use]
    pub fn raw(&self) -> &Value {
        &self.0
    }
}

/// The ids of a list of ids, or of objects with an id: which of them comes is not documented.
fn ids(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(an_id).collect()
}

fn an_id(item: &Value) -> Option<&str> {
    let text = |key| item.get(key).and_then(Value::as_str);
    item.as_str().or_else(|| text("id")).or_else(|| text("hsm_id"))
}

impl TemplateApi {
    /// Puts templates away: they cannot be sent, and are deleted 28 days later unless they are brought back
    /// (`templates/template-archival`, September 2026).
    ///
    /// Meta documents this call on `https://api.facebook.com`, without a version: that is where it goes, unless
    /// [`base_url`](Self::base_url) names another server than Meta's.
    ///
    /// # Errors
    ///
    /// [`ApiError`]. Templates for which alone it was not possible are no error: see [`ArchiveOutcome::failed`].
    ///
    /// ```no_run
    /// # async fn example(templates: wa_template::client::TemplateApi) -> Result<(), Box<dyn std::error::Error>> {
    /// let outcome = templates.archive(&["1387372356726668"]).await?;
    /// println!("{} archived, {} not", outcome.done().len(), outcome.failed().len());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn archive<S: AsRef<str>>(&self, template_ids: &[S]) -> Result<ArchiveOutcome, ApiError> {
        self.move_to(ARCHIVE, "archive", template_ids).await
    }

    /// Brings templates back from the archive, like [`archive`](Self::archive).
    ///
    /// # Errors
    ///
    /// As [`archive`](Self::archive).
    pub async fn unarchive<S: AsRef<str>>(&self, template_ids: &[S]) -> Result<ArchiveOutcome, ApiError> {
        self.move_to(UNARCHIVE, "unarchive", template_ids).await
    }

    async fn move_to<S: AsRef<str>>(
        &self,
        action: Action,
        edge: &str,
        template_ids: &[S],
    ) -> Result<ArchiveOutcome, ApiError> {
        if template_ids.is_empty() {
            return Err(ApiError::not_sent(action, "no template is named"));
        }
        let ids = joined(action, template_ids)?;
        let account = id(action, &self.waba_id, ODD_WABA_ID)?;
        let mut url = self.api.unversioned(action, &[account, "message_templates", edge])?;
        if url.host_str() == Some("graph.facebook.com") && url.set_host(Some("api.facebook.com")).is_err() {
            return Err(ApiError::not_sent(action, "the address could not be made"));
        }
        let body = json!({ "hsm_ids": ids }).to_string();
        let answer = self.api.json(Call::new(action, Method::POST, url).json(body)).await?;
        if answer.is_object() {
            return Ok(ArchiveOutcome(answer));
        }
        Err(ApiError::unclear(action, "the answer names no templates"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_in_either_form() {
        let outcome = ArchiveOutcome(json!({
            "archived_templates": ["1", { "id": "2" }],
            "unarchived_templates": [{ "hsm_id": "3", "name": "a" }],
            "failed_templates": [{ "id": "4", "reason": "not found" }, 5],
        }));
        assert_eq!(outcome.done(), ["1", "2", "3"]);
        assert_eq!(outcome.failed(), ["4"]);
    }
}

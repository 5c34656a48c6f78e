//! Templates of a business account: what there is, and how it is changed.

mod archive;
mod create;
mod edit;
mod library;
mod list;
mod pages;
mod preview;
mod samples;
mod stored;
mod wait;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use reqwest::{Method, Url};

pub use self::archive::ArchiveOutcome;
pub use self::edit::TemplateEdit;
pub use self::library::{LibraryButton, LibraryClone, LibraryQuery, LibraryTemplate};
pub use self::list::TemplateQuery;
pub use self::pages::Paged;
pub use self::preview::{PreviewButton, PreviewOptions, TemplatePreview};
pub use self::stored::{CreatedTemplate, StoredTemplate, TemplateStatus};
pub use self::wait::{WaitError, WaitOptions};
use super::api::{Action, Api, ApiError, Call, id, success};
use crate::definition::limits::DELETED_AT_ONCE;

const GET: Action = Action::repeatable("the question about a template");
const DELETE: Action = Action::repeatable("the deletion of templates");
const UNPAUSE: Action = Action::repeatable("the release of a paused template");

/// Templates, or entries of the library, on one page unless something else is said.
const PAGE_SIZE: u32 = 100;

const ODD_WABA_ID: &str = "the id of the business account must consist of letters, digits, `-`, `_` and `.`";
const ODD_TEMPLATE_ID: &str = "the template id must consist of letters, digits, `-`, `_` and `.`";

/// Lists, creates, changes and deletes the templates of one WhatsApp Business Account
/// (`templates/template-management`, November 2025).
///
/// It needs a token with the permission `whatsapp_business_management`. An account may make 200 such calls an hour,
/// or 5,000 once it has a registered number, and create 100 templates an hour (about-the-platform, September 2026;
/// `templates/overview`, May 2026).
///
/// Cloning is cheap, and clones share their connections. Making one cannot fail; an unusable setting is reported by
/// the first call.
///
/// ```no_run
/// use wa_template::client::{TemplateApi, WaitOptions};
/// # use wa_template::WaTemplate;
///
/// # async fn example<T: WaTemplate>(token: String) -> Result<(), Box<dyn std::error::Error>> {
/// let templates = TemplateApi::new("102290129340398", token).app_id("634974688087057");
/// for (definition, created) in templates.create_all::<T>().await {
///     let created = created?;
///     let approved = templates.wait_until_approved(created.id(), &WaitOptions::default()).await?;
///     println!("{} in {}: {}", definition.name(), definition.language(), approved.status());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct TemplateApi {
    api: Api,
    waba_id: Arc<str>,
    app_id: Option<Arc<str>>,
    samples: Arc<PathBuf>,
}

impl TemplateApi {
    /// Works on the account with this id, in the name of this token.
    #[must_use]
    pub fn new(waba_id: impl Into<String>, access_token: impl Into<String>) -> Self {
        Self {
            api: Api::new(access_token),
            waba_id: waba_id.into().into(),
            app_id: None,
            samples: Arc::default(),
        }
    }

    /// Talks to another server than `https://graph.facebook.com`, an emulator for example.
    #[must_use]
    pub fn base_url(self, base_url: impl Into<String>) -> Self {
        Self { api: self.api.base_url(base_url), ..self }
    }

    /// Uses another version of the Graph API than `v25.0`.
    #[must_use]
    pub fn version(self, version: impl Into<String>) -> Self {
        Self { api: self.api.version(version), ..self }
    }

    /// Limits the time of each exchange; 30 seconds at first.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { api: self.api.timeout(timeout), ..self }
    }

    /// Limits the time of connecting; 10 seconds at first.
    #[must_use]
    pub fn connect_timeout(self, connect_timeout: Duration) -> Self {
        Self { api: self.api.connect_timeout(connect_timeout), ..self }
    }

    /// The app for which the samples of media headers are uploaded; without it, only handles are possible.
    #[must_use]
    pub fn app_id(self, app_id: impl Into<String>) -> Self {
        Self { app_id: Some(app_id.into().into()), ..self }
    }

    /// The folder in which the sample files lie that definitions name by relative paths; at first the current one.
    #[must_use]
    pub fn samples(self, folder: impl Into<PathBuf>) -> Self {
        Self { samples: Arc::new(folder.into()), ..self }
    }

    /// The template with this id.
    ///
    /// # Errors
    ///
    /// [`ApiError`]: *rejected* if there is none.
    ///
    /// ```no_run
    /// # async fn example(templates: wa_template::client::TemplateApi) -> Result<(), Box<dyn std::error::Error>> {
    /// let template = templates.get("1387372356726668").await?;
    /// println!("{}: {}", template.name().unwrap_or_default(), template.status());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn get(&self, template_id: &str) -> Result<StoredTemplate, ApiError> {
        let url = self.template(GET, template_id, &[])?;
        let call = Call::new(GET, Method::GET, url).query([("fields", Some(stored::FIELDS))]);
        let answer = self.api.json(call).await?;
        StoredTemplate::from_json(answer).ok_or_else(|| ApiError::unclear(GET, "the answer is no template"))
    }

    /// The template with exactly this name and language code, if there is one.
    ///
    /// # Errors
    ///
    /// As [`TemplateQuery::all`].
    ///
    /// ```no_run
    /// # async fn example(templates: wa_template::client::TemplateApi) -> Result<(), Box<dyn std::error::Error>> {
    /// if let Some(template) = templates.find("order_update", "en_US").await? {
    ///     println!("{}", template.status());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn find(&self, name: &str, language: &str) -> Result<Option<StoredTemplate>, ApiError> {
        // Whether the filter compares whole names is not documented, so that what comes is compared again.
        let mut found = self.list().name(name).language(language).items();
        while let Some(template) = found.next().await {
            let template = template?;
            if template.name() == Some(name) && template.language() == Some(language) {
                return Ok(Some(template));
            }
        }
        Ok(None)
    }

    /// Deletes the templates of this name in all languages.
    ///
    /// The name of a template that was approved cannot be used again for 30 days. Messages that are on their way are
    /// still delivered for so long. A disabled template cannot be deleted (`templates/template-management`, November
    /// 2025).
    ///
    /// # Errors
    ///
    /// [`ApiError`]; repeating a deletion is safe, the second is rejected with subcode 2593002.
    pub async fn delete(&self, name: &str) -> Result<(), ApiError> {
        self.delete_where([("name", Some(name)), ("hsm_id", None)]).await
    }

    /// Deletes one template: the one with this name and this id, which has one language.
    ///
    /// # Errors
    ///
    /// As [`delete`](Self::delete).
    pub async fn delete_language(&self, name: &str, template_id: &str) -> Result<(), ApiError> {
        let template_id = id(DELETE, template_id, ODD_TEMPLATE_ID)?;
        self.delete_where([("hsm_id", Some(template_id)), ("name", Some(name))]).await
    }

    /// Deletes the templates with these ids, 1 to 100.
    ///
    /// # Errors
    ///
    /// As [`delete`](Self::delete); *not sent* if there are none or more.
    pub async fn delete_ids<S: AsRef<str>>(&self, template_ids: &[S]) -> Result<(), ApiError> {
        if template_ids.is_empty() || template_ids.len() > DELETED_AT_ONCE {
            let reason = format!("{} ids, 1 to {DELETED_AT_ONCE} can be deleted at once", template_ids.len());
            return Err(ApiError::not_sent(DELETE, reason));
        }
        let ids = joined(DELETE, template_ids)?;
        self.delete_where([("hsm_ids", Some(&*format!("[{ids}]"))), ("name", None)]).await
    }

    async fn delete_where(&self, which: [(&str, Option<&str>); 2]) -> Result<(), ApiError> {
        let url = self.account(DELETE, "message_templates")?;
        let call = Call::new(DELETE, Method::DELETE, url).query(which);
        success(DELETE, &self.api.json(call).await?)
    }

    /// Releases a template that pacing has paused. One that was paused for its quality comes back by itself, after 3
    /// or 6 hours (`templates/template-pausing`, June 2026).
    ///
    /// # Errors
    ///
    /// [`ApiError`].
    pub async fn unpause(&self, template_id: &str) -> Result<(), ApiError> {
        let url = self.template(UNPAUSE, template_id, &["unpause"])?;
        success(UNPAUSE, &self.api.json(Call::new(UNPAUSE, Method::POST, url)).await?)
    }

    /// An edge of the account.
    fn account(&self, action: Action, edge: &str) -> Result<Url, ApiError> {
        self.api.address(action, &[id(action, &self.waba_id, ODD_WABA_ID)?, edge])
    }

    /// A template, or one of its edges.
    fn template(&self, action: Action, template_id: &str, edge: &[&str]) -> Result<Url, ApiError> {
        let segments: Vec<_> =
            std::iter::once(id(action, template_id, ODD_TEMPLATE_ID)?).chain(edge.iter().copied()).collect();
        self.api.address(action, &segments)
    }
}

/// Ids between commas.
fn joined<S: AsRef<str>>(action: Action, template_ids: &[S]) -> Result<String, ApiError> {
    let ids: Vec<_> = template_ids
        .iter()
        .map(|template_id| id(action, template_id.as_ref(), ODD_TEMPLATE_ID))
        .collect::<Result<_, _>>()?;
    Ok(ids.join(","))
}

impl fmt::Debug for TemplateApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TemplateApi")
            .field("waba_id", &self.waba_id)
            .field("app_id", &self.app_id)
            .field("api", &self.api)
            .finish_non_exhaustive()
    }
}

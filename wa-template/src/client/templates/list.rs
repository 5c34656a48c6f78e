//! Which templates there are.

use super::pages::Paged;
use super::stored::{FIELDS, StoredTemplate, TemplateStatus};
use super::{PAGE_SIZE, TemplateApi};
use crate::client::api::{Action, ApiError, with_query};
use crate::definition::Category;

const LIST: Action = Action::repeatable("the list of templates");

/// Which templates are listed; made by [`TemplateApi::list`]. Without any filter, all of them.
///
/// ```no_run
/// use wa_template::client::{TemplateApi, TemplateStatus};
/// use wa_template::definition::Category;
///
/// # async fn example(templates: TemplateApi) -> Result<(), Box<dyn std::error::Error>> {
/// let query = templates.list().status(TemplateStatus::Rejected).category(Category::Marketing);
/// let mut rejected = query.items();
/// while let Some(template) = rejected.next().await {
///     let template = template?;
///     println!("{:?}: {:?}", template.name(), template.rejection());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing is asked before `items` or `all`"]
pub struct TemplateQuery {
    api: TemplateApi,
    filters: Vec<(&'static str, String)>,
    fields: String,
    page_size: u32,
    after: Option<String>,
}

impl TemplateApi {
    /// The templates of the account, to be narrowed by filters.
    pub fn list(&self) -> TemplateQuery {
        TemplateQuery {
            api: self.clone(),
            filters: Vec::new(),
            fields: FIELDS.to_owned(),
            page_size: PAGE_SIZE,
            after: None,
        }
    }
}

impl TemplateQuery {
    /// Those with this name; the platform may also give those whose name contains it.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.filter("name", name)
    }

    /// Those in this language, `en_US` for example.
    pub fn language(self, language: impl Into<String>) -> Self {
        self.filter("language", language)
    }

    /// Those with this status.
    #[expect(clippy::needless_pass_by_value, reason = "nobody needs a status afterwards")]
    pub fn status(self, status: TemplateStatus) -> Self {
        self.filter("status", status.as_str())
    }

    /// Those of this category.
    #[expect(clippy::needless_pass_by_value, reason = "nobody needs a category afterwards")]
    pub fn category(self, category: Category) -> Self {
        self.filter("category", category.as_str())
    }

    /// Those whose text contains this.
    pub fn content(self, content: impl Into<String>) -> Self {
        self.filter("content", content)
    }

    /// Those whose name or text contains this.
    pub fn name_or_content(self, text: impl Into<String>) -> Self {
        self.filter("name_or_content", text)
    }

    /// Those of this quality: `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
    pub fn quality(self, score: impl Into<String>) -> Self {
        self.filter("quality_score", score)
    }

    /// Tells these fields of each template and no others, `["name", "status"]` for example; the id always comes.
    pub fn fields<S: AsRef<str>>(self, fields: impl IntoIterator<Item = S>) -> Self {
        let fields: Vec<_> = fields.into_iter().map(|field| field.as_ref().to_owned()).collect();
        Self { fields: fields.join(","), ..self }
    }

    /// Asks for so many templates at a time; 100 at first.
    pub fn page_size(self, page_size: u32) -> Self {
        Self { page_size: page_size.max(1), ..self }
    }

    /// Begins behind a cursor that [`Paged::cursor`] gave.
    pub fn after(self, cursor: impl Into<String>) -> Self {
        Self { after: Some(cursor.into()), ..self }
    }

    fn filter(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.filters.retain(|(other, _)| *other != key);
        self.filters.push((key, value.into()));
        self
    }

    /// One template after the other; pages are asked for as they are needed.
    #[must_use]
    pub fn items(self) -> Paged<StoredTemplate> {
        let size = self.page_size.to_string();
        let url = self.api.account(LIST, "message_templates").map(|url| {
            let filters = self.filters.iter().map(|(key, value)| (*key, Some(value.as_str())));
            let fixed = [
                ("fields", Some(self.fields.as_str()).filter(|fields| !fields.is_empty())),
                ("limit", Some(&*size)),
            ];
            with_query(url, fixed.into_iter().chain(filters))
        });
        Paged::new(&self.api.api, LIST, url, self.after, StoredTemplate::from_json)
    }

    /// All of them at once: an account may have 6,000.
    ///
    /// # Errors
    ///
    /// [`ApiError`] of the first page that cannot be had. A list whose pages come round again is an error, not an
    /// endless loop.
    pub async fn all(self) -> Result<Vec<StoredTemplate>, ApiError> {
        self.items().all().await
    }
}

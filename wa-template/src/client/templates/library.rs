//! The platform's library: templates written by Meta, to be taken over (`templates/template-library`, November 2025).

use std::fmt;

use serde_json::{Map, Value, json};

use super::pages::Paged;
use super::{PAGE_SIZE, TemplateApi};
use crate::client::api::{Action, ApiError, with_query};
use crate::definition::{Category, Definition};

const BROWSE: Action = Action::repeatable("the list of library templates");

/// Which entries of the library are listed; made by [`TemplateApi::library`].
///
/// ```no_run
/// # async fn example(templates: wa_template::client::TemplateApi) -> Result<(), Box<dyn std::error::Error>> {
/// for entry in templates.library().topic("ORDER_MANAGEMENT").language("en_US").all().await? {
///     println!("{:?}: {:?}", entry.name(), entry.body());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing is asked before `items` or `all`"]
pub struct LibraryQuery {
    api: TemplateApi,
    filters: Vec<(&'static str, String)>,
    page_size: u32,
}

impl TemplateApi {
    /// The entries of the library, to be narrowed by filters.
    pub fn library(&self) -> LibraryQuery {
        LibraryQuery { api: self.clone(), filters: Vec::new(), page_size: PAGE_SIZE }
    }
}

impl LibraryQuery {
    /// Those that contain this.
    pub fn search(self, text: impl Into<String>) -> Self {
        self.filter("search", text)
    }

    /// Those on this topic: `ACCOUNT_UPDATE`, `CUSTOMER_FEEDBACK`, `ORDER_MANAGEMENT`, `PAYMENTS` and others.
    pub fn topic(self, topic: impl Into<String>) -> Self {
        self.filter("topic", topic)
    }

    /// Those for this use, `DELIVERY_FAILED` for example.
    pub fn usecase(self, usecase: impl Into<String>) -> Self {
        self.filter("usecase", usecase)
    }

    /// Those for this industry: `E_COMMERCE`, `FINANCIAL_SERVICES`.
    pub fn industry(self, industry: impl Into<String>) -> Self {
        self.filter("industry", industry)
    }

    /// Those in this language, `en_US` for example.
    pub fn language(self, language: impl Into<String>) -> Self {
        self.filter("language", language)
    }

    /// The one with this name.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.filter("name", name)
    }

    /// Asks for so many entries at a time; 100 at first.
    pub fn page_size(self, page_size: u32) -> Self {
        Self { page_size: page_size.max(1), ..self }
    }

    fn filter(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.filters.retain(|(other, _)| *other != key);
        self.filters.push((key, value.into()));
        self
    }

    /// One entry after the other; pages are asked for as they are needed.
    #[must_use]
    pub fn items(self) -> Paged<LibraryTemplate> {
        let api = &self.api.api;
        let size = self.page_size.to_string();
        let url = api.address(BROWSE, &["message_template_library"]).map(|url| {
            let filters = self.filters.iter().map(|(key, value)| (*key, Some(value.as_str())));
            with_query(url, [("limit", Some(&*size))].into_iter().chain(filters))
        });
        Paged::new(api, BROWSE, url, None, LibraryTemplate::from_json)
    }

    /// All of them at once.
    ///
    /// # Errors
    ///
    /// As [`TemplateQuery::all`](super::TemplateQuery::all).
    pub async fn all(self) -> Result<Vec<LibraryTemplate>, ApiError> {
        self.items().all().await
    }
}

/// An entry of the library.
#[derive(Clone, PartialEq)]
pub struct LibraryTemplate(Value);

impl LibraryTemplate {
    fn from_json(json: Value) -> Option<Self> {
        json.is_object().then_some(Self(json))
    }

    /// The name by which it is taken over.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.text("name")
    }

    /// Its language code.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.text("language")
    }

    /// Its category.
    #[must_use]
    pub fn category(&self) -> Option<Category> {
        self.text("category").map(Category::parse)
    }

    /// Its topic.
    #[must_use]
    pub fn topic(&self) -> Option<&str> {
        self.text("topic")
    }

    /// What it is for.
    #[must_use]
    pub fn usecase(&self) -> Option<&str> {
        self.text("usecase")
    }

    /// The text of its header.
    #[must_use]
    pub fn header(&self) -> Option<&str> {
        self.text("header")
    }

    /// Its text, with numbered placeholders.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.text("body")
    }

    /// A sample for each placeholder of the text, in order.
    #[must_use]
    pub fn body_params(&self) -> Vec<&str> {
        self.list("body_params")
    }

    /// What each placeholder takes, in order: `TEXT`, `AMOUNT`, `DATE`, `ADDRESS`, `PHONE NUMBER`, `EMAIL`, `NUMBER`.
    /// The platform checks the values of sends against it.
    #[must_use]
    pub fn body_param_types(&self) -> Vec<&str> {
        self.list("body_param_types")
    }

    /// The whole entry, its buttons among it.
    #[must_use]
    pub fn raw(&self) -> &Value {
        &self.0
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.as_str()
    }

    fn list(&self, key: &str) -> Vec<&str> {
        self.0.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
    }
}

impl fmt::Debug for LibraryTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LibraryTemplate")
            .field("name", &self.name())
            .field("language", &self.language())
            .finish_non_exhaustive()
    }
}

/// A template that is taken over from the library.
///
/// ```
/// use wa_template::client::{LibraryButton, LibraryClone};
/// use wa_template::definition::Category;
///
/// let clone = LibraryClone::new("my_delivery_update", "en_US", Category::Utility, "delivery_update_1")
///     .button(LibraryButton::url("https://www.example.com/{{1}}", "https://www.example.com/demo"))
///     .button(LibraryButton::phone_number("+16505550100"))
///     .body_input("add_contact_number", true);
/// assert!(clone.definition().to_creation_json().contains(r#""library_template_name":"delivery_update_1""#));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct LibraryClone {
    name: String,
    language: String,
    category: Category,
    entry: String,
    buttons: Vec<Value>,
    body: Map<String, Value>,
}

/// What a button of an entry of the library is given: one for each of its addresses, phone numbers and one-time
/// codes, none for quick replies.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct LibraryButton(Value);

impl LibraryButton {
    /// An address, with a sample of the whole address if it ends with `{{1}}`. Whether a placeholder is taken here is
    /// told in both ways: if it is refused with subcode 2388052, leave it out.
    pub fn url(base_url: impl Into<String>, sample: impl Into<String>) -> Self {
        let (base_url, sample) = (base_url.into(), sample.into());
        Self(json!({ "type": "URL", "url": { "base_url": base_url, "url_suffix_example": sample } }))
    }

    /// A phone number.
    pub fn phone_number(phone_number: impl Into<String>) -> Self {
        let phone_number = phone_number.into();
        Self(json!({ "type": "PHONE_NUMBER", "phone_number": phone_number }))
    }

    /// Anything else, as the platform wants it: `{"type": "OTP", "otp_type": "COPY_CODE"}` for example.
    pub fn raw(input: Value) -> Self {
        Self(input)
    }
}

impl LibraryClone {
    /// Takes over the entry with this name as a template of this name, language and category.
    pub fn new(
        name: impl Into<String>,
        language: impl Into<String>,
        category: Category,
        entry: impl Into<String>,
    ) -> Self {
        Self {
            name: name.into(),
            language: language.into(),
            category,
            entry: entry.into(),
            buttons: Vec::new(),
            body: Map::new(),
        }
    }

    /// Gives a button what it needs; the first call is for the first button that needs something.
    pub fn button(mut self, button: LibraryButton) -> Self {
        self.buttons.push(button.0);
        self
    }

    /// Chooses a part of the text: `add_contact_number`, `add_learn_more_link`, `add_security_recommendation`,
    /// `add_track_package_link` (true or false), `code_expiration_minutes` (a number).
    pub fn body_input(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.body.insert(key.into(), value.into());
        self
    }

    /// The definition that is submitted: it has no components, which are the library's.
    #[must_use]
    pub fn definition(&self) -> Definition {
        let mut definition = Definition::new(&self.name, &self.language, self.category.clone())
            .with_field("library_template_name", self.entry.as_str());
        if !self.buttons.is_empty() {
            definition = definition.with_field("library_template_button_inputs", self.buttons.clone());
        }
        if !self.body.is_empty() {
            definition = definition.with_field("library_template_body_inputs", self.body.clone());
        }
        definition
    }
}

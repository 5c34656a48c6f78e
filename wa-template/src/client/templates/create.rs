//! New templates.

use reqwest::Method;
use serde_json::Value;

use super::TemplateApi;
use super::library::LibraryClone;
use super::samples::Handles;
use super::stored::CreatedTemplate;
use crate::WaTemplate;
use crate::client::api::{Action, ApiError, Call};
use crate::definition::Definition;

const CREATE: Action = Action::once("the creation of a template");
const UPSERT: Action = Action::once("the creation or update of templates");

impl TemplateApi {
    /// Submits one template in one language for review.
    ///
    /// A sample of a media header that is a file is uploaded first, for the app that [`app_id`](Self::app_id) names;
    /// a handle is passed on as it is. The definition is not judged here, since rules may be newer or older than the
    /// account: ask [`Definition::validate`] before, to save one of the 100 creations an hour. Afterwards
    /// [`wait_until_approved`](Self::wait_until_approved) tells what review has decided.
    ///
    /// One request, never repeated. If its outcome is unknown, [`find`](Self::find) tells whether the template is
    /// there.
    ///
    /// # Errors
    ///
    /// [`ApiError`]: *rejected* with a [`subcode`](ApiError::subcode) and its
    /// [`explanation`](ApiError::explanation), 2388024 for example if the template exists in this language; *not
    /// sent* if a sample is missing or could not be uploaded.
    ///
    /// ```no_run
    /// use wa_template::client::TemplateApi;
    /// use wa_template::definition::Definition;
    ///
    /// # async fn example(templates: TemplateApi, json: &str) -> Result<(), Box<dyn std::error::Error>> {
    /// let definition = Definition::from_json(json)?;
    /// match templates.create(&definition).await {
    ///     Ok(created) => println!("{} is {}", created.id(), created.status()),
    ///     Err(error) => println!("{error}; {:?}", error.graph_error().and_then(|error| error.text())),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn create(&self, definition: &Definition) -> Result<CreatedTemplate, ApiError> {
        self.create_with(definition, &mut Handles::new()).await
    }

    /// Submits all languages of a derived struct, one after the other; what each came to, in the order of
    /// [`WaTemplate::definitions`]. A failure of one does not keep the others back. A sample that several languages
    /// name is uploaded once.
    ///
    /// ```no_run
    /// use wa_template::client::TemplateApi;
    /// use wa_template::{Image, WaTemplate};
    ///
    /// #[derive(WaTemplate)]
    /// #[wa(
    ///     language = "en",
    ///     category = "marketing",
    ///     header(image, example = "samples/trip.png"),
    ///     body = "Our trips of the summer are here, and there is a seat for you."
    /// )]
    /// struct SummerTrips {
    ///     #[wa(header)]
    ///     picture: Image,
    /// }
    ///
    /// # async fn example(templates: TemplateApi) -> Result<(), Box<dyn std::error::Error>> {
    /// for (definition, created) in templates.create_all::<SummerTrips>().await {
    ///     println!("{}: {}", definition.language(), created?.status());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn create_all<T: WaTemplate>(&self) -> Vec<(Definition, Result<CreatedTemplate, ApiError>)> {
        let mut handles = Handles::new();
        let mut outcomes = Vec::new();
        for definition in T::definitions() {
            let outcome = self.create_with(&definition, &mut handles).await;
            outcomes.push((definition, outcome));
        }
        outcomes
    }

    /// Creates a template from an entry of the platform's library; mostly it is approved at once
    /// (`templates/template-library`, November 2025).
    ///
    /// # Errors
    ///
    /// As [`create`](Self::create).
    pub async fn create_from_library(&self, clone: &LibraryClone) -> Result<CreatedTemplate, ApiError> {
        self.create(&clone.definition()).await
    }

    /// Creates one authentication template in several languages, or updates it where it exists
    /// (`templates/authentication-templates`, bulk management). The definition's own language does not matter; its
    /// button must have neither `text` nor `autofill_text`, which this endpoint does not take.
    ///
    /// One request, never repeated.
    ///
    /// # Errors
    ///
    /// As [`create`](Self::create).
    ///
    /// ```no_run
    /// use wa_template::WaTemplate;
    /// use wa_template::client::TemplateApi;
    ///
    /// #[derive(WaTemplate)]
    /// #[wa(
    ///     language = "en_US",
    ///     category = "authentication",
    ///     authentication(security_recommendation, code_expiration_minutes = 10),
    ///     buttons(otp(copy_code))
    /// )]
    /// struct LoginCode<'a> {
    ///     #[wa(code)]
    ///     code: &'a str,
    /// }
    ///
    /// # async fn example(templates: TemplateApi) -> Result<(), Box<dyn std::error::Error>> {
    /// let [definition] = LoginCode::definitions().try_into().map_err(|_| "one language")?;
    /// for created in templates.upsert(&definition, &["en_US", "es_ES", "fr"]).await? {
    ///     println!("{:?}: {}", created.language(), created.status());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn upsert<S: AsRef<str>>(
        &self,
        definition: &Definition,
        languages: &[S],
    ) -> Result<Vec<CreatedTemplate>, ApiError> {
        if languages.is_empty() {
            return Err(ApiError::not_sent(UPSERT, "no language is named"));
        }
        let mut json: Value = definition.to_creation_json().parse().unwrap_or_default();
        if let Some(keys) = json.as_object_mut() {
            let languages = languages.iter().map(|language| Value::from(language.as_ref()));
            keys.remove("language");
            keys.insert("languages".to_owned(), languages.collect());
        }
        let url = self.account(UPSERT, "upsert_message_templates")?;
        let mut answer = self.api.json(Call::new(UPSERT, Method::POST, url).json(json.to_string())).await?;
        let Some(Value::Array(templates)) = answer.get_mut("data").map(Value::take) else {
            return Err(ApiError::unclear(UPSERT, "the answer names no templates"));
        };
        Ok(templates.into_iter().filter_map(CreatedTemplate::from_json).collect())
    }

    async fn create_with(
        &self,
        definition: &Definition,
        handles: &mut Handles,
    ) -> Result<CreatedTemplate, ApiError> {
        let url = self.account(CREATE, "message_templates")?;
        let body = self.body(CREATE, definition, handles).await?;
        let answer = self.api.json(Call::new(CREATE, Method::POST, url).json(body)).await?;
        CreatedTemplate::from_json(answer)
            .ok_or_else(|| ApiError::unclear(CREATE, "the answer names no template"))
    }
}

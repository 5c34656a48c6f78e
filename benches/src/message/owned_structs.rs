//! The sample by structs as one writes them by hand: typed where the platform has a fixed word, owned where it has not.

use serde::Serialize;

use super::{LANGUAGE, NAME, Values};

#[derive(Serialize)]
pub struct Message {
    messaging_product: String,
    recipient_type: String,
    to: String,
    #[serde(rename = "type")]
    kind: String,
    template: Template,
}

#[derive(Serialize)]
struct Template {
    name: String,
    language: Language,
    components: Vec<Component>,
}

#[derive(Serialize)]
struct Language {
    code: String,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Component {
    Header { parameters: Vec<Parameter> },
    Body { parameters: Vec<Parameter> },
    Button { sub_type: String, index: String, parameters: Vec<Parameter> },
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Parameter {
    Image { image: Media },
    Text { text: String },
}

#[derive(Serialize)]
struct Media {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
}

/// From values to bytes, the structs included. No value is checked.
///
/// # Errors
///
/// None: `serde_json` wants the signature.
pub fn build(values: &Values) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&message(values))
}

fn message(values: &Values) -> Message {
    let text = |text: &String| Parameter::Text { text: text.clone() };
    let url = |index: usize, value: &String| Component::Button {
        sub_type: "url".to_owned(),
        index: index.to_string(),
        parameters: vec![text(value)],
    };
    let picture = Media { id: None, link: Some(values.picture.clone()) };
    Message {
        messaging_product: "whatsapp".to_owned(),
        recipient_type: "individual".to_owned(),
        to: values.to.clone(),
        kind: "template".to_owned(),
        template: Template {
            name: NAME.to_owned(),
            language: Language { code: LANGUAGE.to_owned() },
            components: vec![
                Component::Header { parameters: vec![Parameter::Image { image: picture }] },
                Component::Body {
                    parameters: vec![
                        text(&values.customer),
                        text(&values.order),
                        text(&values.carrier),
                        text(&values.arrival),
                    ],
                },
                url(0, &values.tracking),
                url(1, &values.invoice),
            ],
        },
    }
}

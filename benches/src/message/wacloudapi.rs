//! The sample by the types of `wacloudapi` 0.1.0. The outermost struct is private there, so `Request` repeats its five
//! fields; everything in it is the crate's own and is made as its documents show.

use serde::Serialize;
use wacloudapi::messages::{Language, MediaContent, Template, TemplateComponent, TemplateParameter};

use super::{LANGUAGE, NAME, Values};

#[derive(Serialize)]
struct Request {
    messaging_product: String,
    recipient_type: String,
    to: String,
    #[serde(rename = "type")]
    message_type: String,
    template: Template,
}

/// From values to bytes. No value is checked.
///
/// # Errors
///
/// None: `serde_json` wants the signature.
pub fn build(values: &Values) -> serde_json::Result<Vec<u8>> {
    let components = vec![
        component("header", vec![image(&values.picture)]),
        component(
            "body",
            vec![text(&values.customer), text(&values.order), text(&values.carrier), text(&values.arrival)],
        ),
        url("0", &values.tracking),
        url("1", &values.invoice),
    ];
    // As `MessagesApi::send_template` does.
    serde_json::to_vec(&Request {
        messaging_product: "whatsapp".to_string(),
        recipient_type: "individual".to_string(),
        to: values.to.clone(),
        message_type: "template".to_string(),
        template: Template {
            name: NAME.to_string(),
            language: Language { code: LANGUAGE.to_string() },
            components: Some(components),
        },
    })
}

fn component(kind: &str, parameters: Vec<TemplateParameter>) -> TemplateComponent {
    TemplateComponent {
        component_type: kind.to_string(),
        sub_type: None,
        index: None,
        parameters: Some(parameters),
    }
}

fn url(index: &str, value: &str) -> TemplateComponent {
    TemplateComponent {
        sub_type: Some("url".to_string()),
        index: Some(index.to_string()),
        ..component("button", vec![text(value)])
    }
}

fn text(text: &str) -> TemplateParameter {
    TemplateParameter { text: Some(text.to_string()), ..parameter("text") }
}

fn image(link: &str) -> TemplateParameter {
    let image = MediaContent { id: None, link: Some(link.to_string()), caption: None, filename: None };
    TemplateParameter { image: Some(image), ..parameter("image") }
}

fn parameter(kind: &str) -> TemplateParameter {
    TemplateParameter {
        param_type: kind.to_string(),
        text: None,
        currency: None,
        date_time: None,
        image: None,
        document: None,
        video: None,
    }
}

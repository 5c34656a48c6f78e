//! The sample by the types of `whatsapp_handler` 0.2.0, all of them public. It writes `null` for what a component does
//! not have.

use super::{LANGUAGE, NAME, Values};
use whatsapp_handler::formatter::outgoing_type::MessageType;
use whatsapp_handler::formatter::outgoing_type::template::{
    Component, ImageParameter, Language, MType, MediaLink, Parameter, Template, TemplateContent,
    TextParameter,
};

/// From values to bytes. No value is checked.
///
/// # Errors
///
/// None: `serde_json` wants the signature.
pub fn build(values: &Values) -> serde_json::Result<Vec<u8>> {
    let template = Template {
        messaging_product: "whatsapp".to_string(),
        recipient_type: "individual".to_string(),
        to: values.to.clone(),
        r#type: MType::template,
        template: TemplateContent {
            name: NAME.to_string(),
            language: Language { code: LANGUAGE.to_string() },
            components: vec![
                component("header", vec![image(&values.picture)]),
                component(
                    "body",
                    vec![
                        text(&values.customer),
                        text(&values.order),
                        text(&values.carrier),
                        text(&values.arrival),
                    ],
                ),
                url("0", &values.tracking),
                url("1", &values.invoice),
            ],
        },
    };
    serde_json::to_vec(&MessageType::Template(template))
}

fn component(kind: &str, parameters: Vec<Parameter>) -> Component {
    Component { r#type: kind.to_string(), parameters: Some(parameters), sub_type: None, index: None }
}

fn url(index: &str, value: &str) -> Component {
    Component {
        sub_type: Some("url".to_string()),
        index: Some(index.to_string()),
        ..component("button", vec![text(value)])
    }
}

fn text(text: &str) -> Parameter {
    Parameter::Text(TextParameter { r#type: "text".to_string(), text: text.to_string() })
}

fn image(link: &str) -> Parameter {
    let image = MediaLink { link: link.to_string() };
    Parameter::Image(ImageParameter { r#type: "image".to_string(), image })
}

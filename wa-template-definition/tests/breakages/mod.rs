//! Sends that fit, each broken in one way.

mod button;
mod special;
mod value;

use serde_json::{Value, json};
use wa_template_definition::{Definition, ParameterFormat, Section};

/// A send with one thing broken: what, the send, and the code with which the platform refuses it.
pub(crate) type Breakage = (String, Value, u32);

fn changed(send: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut send = send.clone();
    change(&mut send);
    send
}

pub(crate) fn envelope(send: &Value) -> Vec<Breakage> {
    let breakage =
        |what: &str, code, change: &dyn Fn(&mut Value)| (what.to_owned(), changed(send, change), code);
    vec![
        breakage("other name", 132_001, &|send| send["name"] = json!("another_template")),
        breakage("other language", 132_001, &|send| send["language"]["code"] = json!("zu")),
        breakage("no language", 100, &|send| send["language"] = json!(null)),
    ]
}

/// Everything that can be broken in the components of a send, those of its cards included.
pub(crate) fn inside(definition: &Definition, send: &Value) -> Vec<Breakage> {
    let template = Scope { send, path: String::new(), section: definition.section(), definition };
    let mut breakages = template.breakages();
    let carousel = template.components().iter().position(|component| kind(component) == "carousel");
    let Some(carousel) = carousel else { return breakages };
    let product = definition.has_product_cards();
    breakages.extend(special::carousel(send, &format!("/components/{carousel}"), product));
    let sections: Vec<Section<'_>> = definition.cards().collect();
    let cards = send["components"][carousel]["cards"].as_array().map_or(0, Vec::len);
    for card in 0..cards {
        // More product cards than defined are like the last one.
        let section = sections[card.min(sections.len() - 1)];
        let path = format!("/components/{carousel}/cards/{card}");
        breakages.extend(Scope { send, path, section, definition }.breakages());
    }
    breakages
}

fn kind(component: &Value) -> String {
    component["type"].as_str().unwrap_or_default().to_lowercase()
}

/// The template or one of its cards, with what is sent for it.
struct Scope<'a> {
    send: &'a Value,
    /// The JSON pointer to what has `components`.
    path: String,
    section: Section<'a>,
    definition: &'a Definition,
}

impl Scope<'_> {
    fn components(&self) -> &[Value] {
        let scope = self.send.pointer(&self.path);
        scope.and_then(|scope| scope["components"].as_array()).map(Vec::as_slice).unwrap_or_default()
    }

    fn is_named(&self) -> bool {
        self.definition.parameter_format() == ParameterFormat::Named
    }

    fn has_one_time_code(&self) -> bool {
        self.section.buttons().iter().any(wa_template_definition::Button::is_one_time_password)
    }

    fn breakages(&self) -> Vec<Breakage> {
        let mut breakages = Vec::new();
        for (index, component) in self.components().iter().enumerate() {
            let part = Part { scope: self, index, component };
            breakages.extend(match &*kind(component) {
                "header" if self.section.header_text().is_some() => part.text(),
                "header" => part.header(),
                "body" => part.text(),
                "button" => part.button(),
                "limited_time_offer" => part.limited_time_offer(),
                "order_status" => part.order_status(),
                "tap_target_configuration" => part.tap_target(),
                "carousel" => Vec::new(),
                other => panic!("a type that this test does not know: {other}"),
            });
        }
        breakages
    }
}

/// One component of a send.
struct Part<'a> {
    scope: &'a Scope<'a>,
    index: usize,
    component: &'a Value,
}

impl Part<'_> {
    fn path(&self) -> String {
        format!("{}/components/{}", self.scope.path, self.index)
    }

    /// The send with this done to the component.
    fn at(&self, what: &str, code: u32, change: impl FnOnce(&mut Value)) -> Breakage {
        let path = self.path();
        let broken = changed(self.scope.send, |send| change(send.pointer_mut(&path).expect("the component")));
        (format!("{what} at {path}"), broken, code)
    }

    /// The send with this done to a value below its first parameter.
    fn below(&self, what: &str, code: u32, pointer: &str, value: Value) -> Breakage {
        self.at(what, code, |component| {
            let pointer = format!("/parameters/0{pointer}");
            *component.pointer_mut(&pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
        })
    }

    fn left_out(&self, code: u32) -> Breakage {
        let broken = changed(self.scope.send, |send| {
            let scope = send.pointer_mut(&self.scope.path).expect("what has components");
            scope["components"].as_array_mut().expect("a list").remove(self.index);
        });
        (format!("{} left out", self.path()), broken, code)
    }

    fn parameters(&self) -> &[Value] {
        self.component["parameters"].as_array().map(Vec::as_slice).unwrap_or_default()
    }

    /// A value too many, none, another kind of value.
    fn number_and_kind(&self, without: Option<u32>) -> Vec<Breakage> {
        let mut breakages = Vec::new();
        if let Some(code) = without {
            breakages.push(self.at("no values", code, |component| component["parameters"] = json!([])));
        }
        if self.parameters().is_empty() {
            return breakages;
        }
        breakages.push(self.at("a value too many", 132_000, |component| {
            let parameters = component["parameters"].as_array_mut().expect("a list");
            parameters.push(parameters[0].clone());
        }));
        for index in 0..self.parameters().len() {
            breakages.push(self.another_kind(index));
        }
        breakages
    }

    fn another_kind(&self, index: usize) -> Breakage {
        self.at("another kind of value", 132_012, |component| {
            let parameter = &mut component["parameters"][index];
            let other = if kind(parameter) == "image" { "video" } else { "image" };
            let mut image = json!({ "type": other });
            image[other] = json!({ "link": "https://example.com/a" });
            // What names the placeholder is right.
            if let Some(name) = parameter.get("parameter_name") {
                image["parameter_name"] = name.clone();
            }
            *parameter = image;
        })
    }
}

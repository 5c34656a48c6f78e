//! Headers and bodies.

use serde_json::{Value, json};
use wa_template_definition::HeaderFormat;

use super::{Breakage, Part, kind};

impl Part<'_> {
    /// A body, or a header that is a text.
    pub(super) fn text(&self) -> Vec<Breakage> {
        let mut breakages = vec![self.left_out(132_000)];
        breakages.extend(self.number_and_kind(Some(132_000)));
        for index in 0..self.parameters().len() {
            breakages.extend(self.one_text(index));
        }
        if kind(self.component) == "body" && self.scope.has_one_time_code() {
            breakages.push(self.set_text("a longer code", 100, 0, &"1".repeat(16)));
            breakages.push(self.set_text("another code", 100, 0, "000000"));
            return breakages;
        }
        for index in 0..self.parameters().len() {
            breakages.extend(self.names(index));
        }
        breakages
    }

    fn set_text(&self, what: &str, code: u32, index: usize, text: &str) -> Breakage {
        self.at(what, code, |component| component["parameters"][index]["text"] = json!(text))
    }

    fn one_text(&self, index: usize) -> Vec<Breakage> {
        let mut breakages = vec![self.at("one value less", 132_000, |component| {
            component["parameters"].as_array_mut().expect("a list").remove(index);
        })];
        if kind(&self.parameters()[index]) == "text" {
            for (text, code) in [("", 131_008), ("a\nb", 132_018), ("a\tb", 132_018), ("a     b", 132_018)] {
                breakages.push(self.set_text(&format!("the value {text:?}"), code, index, text));
            }
        }
        breakages
    }

    fn names(&self, index: usize) -> Vec<Breakage> {
        let mut breakages = Vec::new();
        if kind(&self.parameters()[index]) == "text" {
            breakages.push(self.set_text("a long value", 132_005, index, &"x".repeat(32_769)));
        }
        // A name where none belongs, or another than the placeholder's.
        breakages.push(self.at("another name", 132_000, |component| {
            component["parameters"][index]["parameter_name"] = json!("no_such_placeholder");
        }));
        if self.scope.is_named() {
            breakages.push(self.at("no name", 100, |component| {
                component["parameters"][index].as_object_mut().expect("a value").remove("parameter_name");
            }));
        }
        breakages
    }

    /// A header other than text.
    pub(super) fn header(&self) -> Vec<Breakage> {
        let mut breakages = vec![self.left_out(132_012)];
        breakages.extend(self.number_and_kind(Some(132_012)));
        let object = |what, code, object: Value| {
            self.at(what, code, |component| {
                let parameter = &mut component["parameters"][0];
                let kind = kind(parameter);
                parameter[kind] = object;
            })
        };
        breakages.push(object("no object", 132_012, json!(null)));
        breakages.push(match self.scope.section.header().map(wa_template_definition::Header::format) {
            Some(HeaderFormat::Location) => {
                object("no place on the globe", 131_009, json!({ "latitude": "91", "longitude": "0" }))
            }
            Some(HeaderFormat::Product) => {
                object("no catalogue", 131_009, json!({ "product_retailer_id": "a", "catalog_id": "" }))
            }
            _ => object("no file", 132_012, json!({ "filename": "a.pdf" })),
        });
        breakages
    }
}

//! A send made of the sample values of a definition.

use serde_json::{Value, json};
use wa_template_definition::wire::{self, Piece};
use wa_template_definition::{ButtonKind, Definition, Examples, HeaderFormat, PlaceholderName, SlotKind};

/// The `template` object that fills the placeholders of a definition with its samples. A placeholder without one stands
/// for itself; files and places are left out, because their samples are handles that nobody can read.
pub(crate) fn send(definition: &Definition) -> Value {
    let pieces = wire::pieces(definition, |slot| slot.required && slot.placeholder.is_some());
    let mut components = String::from("[");
    for piece in &pieces {
        components.push_str(&piece.before);
        components.push_str(&value(definition, piece));
        components.push_str(&piece.after);
    }
    if components.ends_with(',') {
        components.pop();
    }
    components.push(']');
    let components: Value = serde_json::from_str(&components).unwrap_or_default();
    json!({
        "name": definition.name(),
        "language": { "code": definition.language() },
        "components": components,
    })
}

/// The value of a piece, in the form that [`Piece`] asks for.
fn value(definition: &Definition, piece: &Piece) -> String {
    let slot = &piece.slot;
    let Some(name) = &slot.placeholder else {
        return String::new();
    };
    let sample = sample(definition, slot.kind, name).unwrap_or_else(|| format!("{{{{{name}}}}}"));
    let quoted = Value::String(sample).to_string();
    let inside = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inside.unwrap_or_default().to_owned()
}

fn sample(definition: &Definition, kind: SlotKind, name: &PlaceholderName) -> Option<String> {
    match kind {
        SlotKind::HeaderText => match definition.header()?.format() {
            HeaderFormat::Text { examples, .. } => of(examples, name),
            _ => None,
        },
        SlotKind::BodyText => of(definition.body()?.examples(), name),
        SlotKind::UrlSuffix(index) => match definition.buttons().get(index)?.kind() {
            ButtonKind::Url { url, example } => {
                let example = example.as_deref()?;
                // The sample is the value or the whole address; one of another address fills nothing.
                let before = url.fixed().next().unwrap_or_default();
                let value = example.strip_prefix(before).unwrap_or(example);
                (!value.contains("://")).then(|| value.to_owned())
            }
            _ => None,
        },
        _ => None,
    }
}

fn of(examples: &Examples, name: &PlaceholderName) -> Option<String> {
    examples.get(name).map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use wa_template_definition::Definition;

    use super::send;

    fn definition(components: &serde_json::Value) -> Definition {
        let json = json!({ "name": "x", "language": "en", "category": "UTILITY", "components": components });
        Definition::from_json(&json.to_string()).unwrap()
    }

    #[test]
    fn a_definition_with_all_samples_makes_a_good_send() {
        let definition = definition(&json!([
            { "type": "HEADER", "format": "TEXT", "text": "On {{1}}", "example": { "header_text": ["\"May\""] } },
            { "type": "BODY", "text": "From {{1}} to {{2}}.", "example": { "body_text": [["a\\b", "c"]] } },
            { "type": "BUTTONS", "buttons": [
                { "type": "QUICK_REPLY", "text": "Yes" },
                { "type": "URL", "text": "A", "url": "https://example.com/{{1}}", "example": ["q7"] },
                { "type": "URL", "text": "B", "url": "https://example.com/{{1}}",
                  "example": ["https://example.com/q8"] },
                { "type": "URL", "text": "C", "url": "https://example.com/{{1}}",
                  "example": ["https://example.org/q9"] }] }]));
        let send = send(&definition);
        assert_eq!(definition.check_send(&send), []);
        let rendered = definition.render(&send);
        assert_eq!(rendered.header.as_deref(), Some("On \"May\""));
        assert_eq!(rendered.body, "From a\\b to c.");
        let addresses =
            ["A → https://example.com/q7", "B → https://example.com/q8", "C → https://example.com/{{1}}"];
        assert_eq!(rendered.buttons[1..], addresses);
    }

    #[test]
    fn what_has_no_sample_stays() {
        let definition = definition(&json!([
            { "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["4::sample"] } },
            { "type": "BODY", "text": "From {{start}} to {{end}}.",
              "example": { "body_text_named_params": [{ "param_name": "end", "example": "noon" }] } }]));
        let rendered = definition.render(&send(&definition));
        assert_eq!(rendered.header.as_deref(), Some("[image]"));
        assert_eq!(rendered.body, "From {{start}} to noon.");
    }
}

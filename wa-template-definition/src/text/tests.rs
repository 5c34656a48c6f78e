use super::{FaultKind, Text};

#[track_caller]
fn check(text: &str, names: &[&str], faults: &[(FaultKind, &str)]) {
    let parsed = Text::parse(text);
    let found: Vec<_> =
        parsed.placeholders().iter().map(|placeholder| placeholder.authored.as_str()).collect();
    assert_eq!(found, names, "placeholders of {text:?}");
    let found: Vec<_> =
        parsed.faults().iter().map(|fault| (fault.kind, &text[fault.range.clone()])).collect();
    assert_eq!(found, faults, "faults of {text:?}");
}

#[test]
fn finds_placeholders() {
    check("", &[], &[]);
    check("no braces", &[], &[]);
    check("{{1}}", &["1"], &[]);
    check("Hi {{name}}, {{order_2}}!", &["name", "order_2"], &[]);
    check("😀{{é1}}", &["é1"], &[(FaultKind::Name, "{{é1}}")]);
    check("one { brace } is text", &[], &[]);
}

#[test]
fn names_what_is_wrong_with_the_braces() {
    check("{{name", &[], &[(FaultKind::Unclosed, "{{")]);
    check("name}} and {{x}}", &["x"], &[(FaultKind::Unopened, "}}")]);
    check("{{}}", &[], &[(FaultKind::Empty, "{{}}")]);
    check("{{ }}", &[], &[(FaultKind::Empty, "{{ }}")]);
    check("{{ name }}", &["name"], &[(FaultKind::Blank, "{{ name }}")]);
    check("{{Name}}", &["Name"], &[(FaultKind::Name, "{{Name}}")]);
    check("{{01}}", &["01"], &[(FaultKind::Name, "{{01}}")]);
    check("{{first name}}", &["first name"], &[(FaultKind::Name, "{{first name}}")]);
    check("{{a {{b}}", &["b"], &[(FaultKind::Unclosed, "{{")]);
    check("{{99999999999}}", &["99999999999"], &[(FaultKind::Name, "{{99999999999}}")]);
}

#[test]
fn numbers_by_appearance() {
    let text = Text::parse("{{a}} and {{b}} and {{a}}").numbered();
    assert_eq!(text.wire(), "{{1}} and {{2}} and {{3}}");
    assert_eq!(text.authored(), "{{a}} and {{b}} and {{a}}");
}

#[test]
fn counts_the_wire_text() {
    let text = Text::parse("é {{a_long_name}}").numbered();
    assert_eq!(text.characters(), 7);
    assert_eq!(text.fixed_characters(), 2);
}

#[test]
fn orders_numbers_ascending_and_names_by_appearance() {
    let names = |text: &str| Text::parse(text).names().iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names("{{2}} {{1}} {{2}}"), ["1", "2"]);
    assert_eq!(names("{{z}} {{a}} {{z}}"), ["z", "a"]);
}

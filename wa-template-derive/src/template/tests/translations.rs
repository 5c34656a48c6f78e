//! Further languages inline: inherited where they say nothing, checked where they do.

use super::check;

#[track_caller]
fn check_translation(translation: &str, expected: &[(&str, &str)]) {
    check(
        &format!(
            r#"#[wa(language = "en", category = "utility", header = "Order {{{{n}}}}",
                body = "Your {{{{what}}}} leaves on {{{{day}}}} in the morning.", footer = "Yours",
                buttons(quick_reply("Yes"), url("Track", "https://www.example.com/{{{{n}}}}")), {translation})]
            struct Order {{
                #[wa(example = "7")] n: u8, #[wa(example = "aloe")] what: String, #[wa(example = "Monday")] day: String,
            }}"#
        ),
        expected,
    );
}

#[test]
fn what_is_left_out_is_inherited() {
    check_translation(r#"translation("es")"#, &[]);
    check_translation(r#"translation("es", footer = "Suyo"), translation("de", buttons("Ja", keep))"#, &[]);
    check_translation(
        r#"translation("es", body = "El {{day}} por la mañana sale su {{what}} de casa.")"#,
        &[],
    );
    check_translation(
        r#"translation("es", buttons(keep, url("Seguir", "https://www.example.com/es/{{n}}")))"#,
        &[],
    );
}

#[test]
fn mistakes_of_a_translation_are_its_own() {
    check_translation(
        r#"translation("es", footer = "", buttons("Sí 👍", keep))"#,
        &[
            ("\"\"", "the footer is empty"),
            ("\"Sí 👍\"", "the label has the emoji `👍`, labels are plain fixed text"),
        ],
    );
    check_translation(
        r#"translation("es-MX")"#,
        &[("\"es-MX\"", "`es-MX` is not a language code of WhatsApp templates")],
    );
}

#[test]
fn inherited_mistakes_are_told_once() {
    check(
        r#"#[wa(language = "en", category = "utility", body = "Your order has left.", footer = "{{x}}",
            translation("es", body = "Su pedido ha salido."), translation("de"))] struct Order;"#,
        &[("{{x}}", "the footer has the placeholder `{{x}}`, footers are fixed text")],
    );
}

#[test]
fn an_offer_is_told_once_what_it_cannot_have() {
    check(
        r#"#[wa(language = "en", category = "marketing", body = "Two offers for you.", footer = "Yours",
            limited_time_offer("Expiring offer!"), translation("es", footer = "Suyo"))] struct Offer;"#,
        &[("\"Yours\"", "a limited-time offer cannot have a footer")],
    );
}

#[test]
fn languages_have_the_same_slots() {
    check_translation(
        r#"translation("es", body = "Su {{wat}} sale el {{day}} por la mañana.")"#,
        &[("{{wat}}", "the translation `es` has placeholder `{{wat}}`, the first language has not")],
    );
    check_translation(
        r#"translation("es", body = "Su {{what}} sale por la mañana de casa.")"#,
        &[(
            "\"Su {{what}} sale por la mañana de casa.\"",
            "the translation `es` lacks placeholder `{{day}}`",
        )],
    );
    check_translation(
        r#"translation("es", buttons("Sí"))"#,
        &[("buttons", "the translation `es` has 1 buttons, the template has 2")],
    );
    check_translation(
        r#"translation("es", buttons(keep, url("Seguir", "https://www.example.com/es")))"#,
        &[("\"https://www.example.com/es\"", "the translation `es` lacks placeholder `{{n}}`")],
    );
}

#[test]
fn numbers_are_lacking_once() {
    let check_numbered = |attributes: &str, expected: &[(&str, &str)]| {
        check(
            &format!(
                r#"#[wa(language = "en", category = "utility", {attributes})]
                struct Order {{ #[wa(body = 1, example = "7")] n: u8, #[wa(body = 2, example = "aloe")] what: String }}"#
            ),
            expected,
        );
    };
    let body = r#"body = "Your order {{1}} of {{2}} leaves today.""#;
    for (number, lacking) in [(1, 2), (2, 1)] {
        let text = format!(r#""Su pedido {{{{{number}}}}} sale hoy de nuestra casa.""#);
        let fact = format!("the translation `es` lacks placeholder `{{{{{lacking}}}}}`");
        check_numbered(&format!("{body}, translation(\"es\", body = {text})"), &[(&text, &fact)]);
    }
    // A number that neither has: each says so.
    check_numbered(
        &format!(
            "{body}, translation(\"es\", body = \"Su pedido {{{{1}}}} y {{{{2}}}} y {{{{4}}}} sale hoy.\")"
        ),
        &[("{{4}}", "the translation `es` has placeholder `{{4}}`, the first language has not")],
    );
}

#[test]
fn names_that_are_used_twice_are_counted() {
    let text = r#""Su pedido {{n}} de {{what}} sale hoy.""#;
    check(
        &format!(
            r#"#[wa(language = "en", category = "utility", positional,
                body = "Your order {{{{n}}}} of {{{{what}}}}, number {{{{n}}}}, leaves today.", translation("es", body = {text}))]
            struct Order {{ #[wa(example = "7")] n: u8, #[wa(example = "aloe")] what: String }}"#
        ),
        &[(text, "the translation `es` has placeholder `{{n}}` 1 of 2 times")],
    );
}

#[test]
fn the_syntax_is_judged_like_any_other() {
    check_translation(
        "translation",
        &[("translation", "`translation` takes a language and what is said in it")],
    );
    check_translation(r#"translation(body = "x")"#, &[("body", "a translation begins with its language")]);
    check_translation(r#"translation("en")"#, &[("\"en\"", "the language `en` is given twice")]);
    check_translation(
        r#"translation("es", boddy = "x")"#,
        &[("boddy", "unknown key `boddy` of a translation")],
    );
}

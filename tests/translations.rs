//! One template in several languages: from files, and inline.

use serde_json::Value;
use wa_template::{WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(definition = "templates/order_update", languages("en", "es", "de"))]
struct FromFiles<'a> {
    customer: &'a str,
    order: u32,
    day: &'a str,
    #[wa(button = 1)]
    tracking: &'a str,
}

#[derive(WaTemplate)]
#[wa(definition = "templates/order_update/es.json")]
struct FromFile<'a> {
    customer: &'a str,
    order: u32,
    day: &'a str,
    #[wa(button = 1)]
    tracking: &'a str,
}

/// Numbers on the wire, the same in every language whatever the order of the words.
#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    positional,
    header = "Order {{order}}",
    body = "Your {{what}} of {{day}} ships to {{place}} today, {{day}} or not.",
    footer = "Lucky Shrub",
    buttons(quick_reply("Yes"), quick_reply("No"), url("Track", "https://www.example.com/{{order}}")),
    translation(
        "es",
        body = "A {{place}} sale hoy su {{what}} del {{day}}, sea o no {{day}} festivo.",
        buttons("Sí", keep, url("Seguir", "https://www.example.com/es/{{order}}"))
    ),
    translation("de", header = "Bestellung {{order}}", footer = "Ihr Laden")
)]
struct Inline {
    #[wa(example = "860198")]
    order: u32,
    #[wa(example = "aloe")]
    what: &'static str,
    #[wa(example = "Monday")]
    day: &'static str,
    #[wa(example = "Madrid")]
    place: &'static str,
}

/// Every language is valid, and takes the message in its own definition.
#[track_caller]
fn check<M: WaTemplate>(message: &M, languages: &[&str]) -> Vec<String> {
    assert_eq!(M::TEMPLATE.languages(), languages);
    let definitions = M::definitions();
    let read = definitions.iter().zip(languages).map(|(definition, language)| {
        assert_eq!(definition.language(), *language);
        assert!(
            definition.validate().iter().all(|violation| !violation.is_error()),
            "{:?}",
            definition.validate()
        );
        let built = message.to("+16505551234").language(*language).build().expect("valid");
        assert_eq!(built.language(), *language);
        let body: Value = serde_json::from_str(built.json()).expect("JSON");
        assert_eq!(definition.check_send(&body["template"]), []);
        definition.render(&body["template"]).body
    });
    read.collect()
}

#[test]
fn one_file_per_language() {
    let message = FromFiles { customer: "Jessica", order: 7, day: "Monday", tracking: "7" };
    let read = check(&message, &["en", "es", "de"]);
    assert_eq!(read[1], "Hola Jessica: el Monday por la mañana recibirá su pedido 7 en casa.");
    let first = message.to("+16505551234").build().expect("valid");
    assert_eq!(first.language(), "en");
    check(&FromFile { customer: "Jessica", order: 7, day: "lunes", tracking: "7" }, &["es"]);
}

#[test]
fn definitions_are_those_of_the_files() {
    for definition in FromFiles::definitions() {
        let path =
            format!("{}/templates/order_update/{}.json", env!("CARGO_MANIFEST_DIR"), definition.language());
        let file = std::fs::read_to_string(path).expect("a file");
        let file = wa_template::definition::Definition::from_json(&file).expect("a definition");
        assert_eq!(definition.differences(&file), []);
    }
}

#[test]
fn names_have_the_same_numbers_in_every_language() {
    let message = Inline { order: 7, what: "aloe", day: "Monday", place: "Madrid" };
    let read = check(&message, &["en", "es", "de"]);
    assert_eq!(read[1], "A Madrid sale hoy su aloe del Monday, sea o no Monday festivo.");
    assert_eq!(read[2], read[0], "what is left out is inherited");
    let spanish = &Inline::definitions()[1];
    assert_eq!(
        spanish.body().expect("a body").text().expect("a text").wire(),
        "A {{3}} sale hoy su {{1}} del {{2}}, sea o no {{4}} festivo."
    );
    assert_eq!(spanish.buttons()[0].label(), Some("Sí"));
    assert_eq!(spanish.buttons()[1].label(), Some("No"));
    assert_eq!(spanish.footer().expect("a footer").text().expect("a text").wire(), "Lucky Shrub");
}

#[test]
fn other_languages_are_refused_before_anything_is_sent() {
    let message = Inline { order: 7, what: "aloe", day: "Monday", place: "Madrid" };
    let refused = message.to("+16505551234").language("fr").build().expect_err("refused");
    assert_eq!(refused.problems()[0].rule(), "language-missing");
}

#[test]
fn lengths_count_in_the_language_that_is_sent() {
    #[derive(WaTemplate)]
    #[wa(
        language = "en",
        category = "utility",
        header = "Order for {{name}}",
        body = "It has left our warehouse.",
        translation("de", header = "Bestellung für {{name}} und alle, die mitessen wollen")
    )]
    struct Long {
        #[wa(example = "Pablo")]
        name: String,
    }
    let message = Long { name: "x".repeat(30) };
    assert!(message.to("+16505551234").build().is_ok());
    let refused = message.to("+16505551234").language("de").build().expect_err("too long in German");
    assert_eq!(refused.problems()[0].rule(), "value-too-long");
}

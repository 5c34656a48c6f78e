//! `explain`.

use serde_json::json;
use wa_template_definition::rule::RULES;

use crate::folder::Folder;

#[test]
fn a_rule_is_explained() {
    let expected = "\
footer-placeholder
  A footer has no placeholders.

  severity: error
  asked:    when a template is created
  code:     100, subcode 2388073
  source:   vendors; no send component exists
  silence:  not possible

  mistake:  { \"type\": \"FOOTER\", \"text\": \"Yours, {{1}}\" }
  fix:      { \"type\": \"FOOTER\", \"text\": \"Yours, Lucky Shrub\" }
";
    Folder::new("explain-one").run(&["explain", "footer-placeholder"]).is(0, expected);
}

#[test]
fn every_rule_can_be_explained() {
    let folder = Folder::new("explain-every");
    for stage in ["creation", "send", "value"] {
        let listed = folder.run(&["explain", "--all", "--format", "json"]).json(0);
        let rule = listed["rules"].as_array().unwrap().iter().find(|rule| rule["stage"] == stage).unwrap();
        let run = folder.run(&["explain", rule["id"].as_str().unwrap(), "--format", "json"]);
        assert_eq!(run.json(0), json!({ "rules": [rule] }));
    }
}

#[test]
fn the_table_has_a_line_for_each() {
    let run = Folder::new("explain-all").run(&["explain", "--all"]);
    assert_eq!((run.code, run.errors.as_str()), (Some(0), ""));
    let lines: Vec<_> = run.output.lines().collect();
    assert!(lines[0].starts_with("RULE "), "{}", lines[0]);
    let ids: Vec<_> = lines[1..].iter().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(ids, RULES.iter().map(|rule| rule.id).collect::<Vec<_>>());
    assert!(lines.iter().all(|line| !line.ends_with(' ')));
}

#[test]
fn what_can_be_silenced_is_said() {
    let run = Folder::new("explain-silence").run(&["explain", "body-edge-punctuation"]);
    let silence = "  silence:  `allow(\"body-edge-punctuation\")` in the attribute, `lint --allow body-edge-punctuation`\n";
    assert!(run.output.contains(silence), "{}", run.output);
}

#[test]
fn an_example_of_a_send_shows_its_template_and_keeps_its_lines() {
    let folder = Folder::new("explain-example");
    let expected = r#"
  template: { "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Today only", "has_expiration": true } }
  mistake:  "components": []
  fix:      { "type": "limited_time_offer", "parameters": [
              { "type": "limited_time_offer", "limited_time_offer": { "expiration_time_ms": 1798761600000 } }] }
"#;
    let run = folder.run(&["explain", "send-component-missing"]);
    assert!(run.output.ends_with(expected), "{}", run.output);
    let example =
        &folder.run(&["explain", "footer-placeholder", "--format", "json"]).json(0)["rules"][0]["example"];
    let fix = r#"{ "type": "FOOTER", "text": "Yours, Lucky Shrub" }"#;
    let mistake = r#"{ "type": "FOOTER", "text": "Yours, {{1}}" }"#;
    assert_eq!(*example, json!({ "template": null, "mistake": mistake, "fix": fix }));
}

#[test]
fn an_unknown_rule_is_refused_with_a_suggestion() {
    let folder = Folder::new("explain-unknown");
    folder
        .run(&["explain", "footer-placholder"])
        .fails("there is no rule `footer-placholder`; did you mean `footer-placeholder`?");
    folder
        .run(&["explain", "xyzzy"])
        .fails("there is no rule `xyzzy`; `cargo wa-template explain --all` lists them");
    assert_eq!(folder.run(&["explain"]).code, Some(2));
    assert_eq!(folder.run(&["explain", "footer-placeholder", "--all"]).code, Some(2));
}

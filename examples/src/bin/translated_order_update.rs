//! One template in three languages, each from a file of its own: the struct holds no text, only fields.

use std::error::Error;

use examples::{Stage, heading};
use wa_template::{WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(definition = "templates/translated_order_update", languages("en", "es", "de"))]
struct OrderUpdate<'a> {
    customer: &'a str,
    order: u32,
    day: &'a str,
    #[wa(button = 1)]
    tracking: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let update =
        OrderUpdate { customer: "Jessica", order: 860_198, day: "Monday", tracking: "860198".to_owned() };
    let stage = Stage::from_environment()?;
    stage.send(&update).await?;

    heading("5. The same in the other languages");
    for definition in OrderUpdate::definitions().iter().skip(1) {
        let day = if definition.language() == "es" { "lunes" } else { "Montag" };
        let update = OrderUpdate { day, tracking: update.tracking.clone(), ..update };
        let message = update.to("+16505551234").language(definition.language()).build()?;
        let body: serde_json::Value = serde_json::from_str(message.json())?;
        println!("{}:", definition.language());
        for line in definition.render(&body["template"]).to_string().lines() {
            println!("  | {line}");
        }
    }

    heading("6. A language that the template does not have");
    match update.to("+16505551234").language("fr").build() {
        Ok(message) => println!("built in {}", message.language()),
        Err(error) => println!("{error}"),
    }
    Ok(())
}

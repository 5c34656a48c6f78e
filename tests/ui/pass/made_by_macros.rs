//! Structs that `macro_rules!` writes, with names and paths of the caller; and templates that are to be retired.
#![deny(deprecated)]
use wa_template::{WaPayload, WaTemplate};

macro_rules! question {
    ($name:ident, $answer:ident, $yes:path, $body:literal) => {
        #[derive(WaTemplate)]
        #[wa(language = "en", category = "utility", body = $body, buttons(quick_reply("Yes", $yes), quick_reply("No", $answer::No)))]
        struct $name;

        #[derive(WaPayload)]
        enum $answer {
            Yes,
            No,
        }
    };
}

question!(Visit, Answer, Answer::Yes, "Will you come to see us?");

#[deprecated]
#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "Your order has left our warehouse.")]
struct Retired;

#[deprecated]
#[derive(WaPayload)]
enum Old {
    Yes,
}

fn main() {
    let _ = <Visit as WaTemplate>::TEMPLATE.name();
    let _ = Answer::Yes;
}

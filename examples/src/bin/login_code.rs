//! A one-time code: the platform writes the text, in the customer's language; the code is the only value.

use std::error::Error;

use examples::{Stage, heading};
use wa_template::{WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en_US",
    category = "authentication",
    authentication(security_recommendation, code_expiration_minutes = 10),
    buttons(otp(one_tap, app("com.example.luckyshrub", "K8a/AINcGX7"), autofill_text = "Autofill"))
)]
struct LoginCode {
    /// A text: a number would lose its leading zeros.
    #[wa(code)]
    code: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let login = LoginCode { code: "004217".to_owned() };
    let stage = Stage::from_environment()?;
    // One field fills the body and the button.
    stage.send(&login).await?;

    heading("5. What a log shows of it");
    println!("{:?}", login.to("+16505551234").build()?);
    Ok(())
}

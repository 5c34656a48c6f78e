//! What the example programs share: where they send to, and how they show it.

use std::env;
use std::error::Error;

use wa_template::definition::Definition;
use wa_template::{CloudApi, Message, WaTemplate};
use wa_template_emulator::{Accepted, Emulator};

/// A fictitious number; the emulator delivers to nobody.
const NOBODY: &str = "+16505551234";

/// Where the programs send to.
pub enum Platform {
    /// A Graph API on this machine: nothing leaves it.
    Emulator(Emulator),
    /// The real Cloud API.
    Cloud,
}

/// A platform with what it takes to send there.
pub struct Stage {
    platform: Platform,
    api: CloudApi,
    recipient: String,
}

impl Stage {
    /// The real Cloud API if `WA_TEMPLATE_TOKEN`, `WA_TEMPLATE_PHONE_NUMBER_ID` and `WA_TEMPLATE_TO` are set, else an
    /// emulator that is started here.
    ///
    /// # Errors
    ///
    /// The emulator finds no free port.
    pub fn from_environment() -> Result<Self, Box<dyn Error>> {
        let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let real = (set("WA_TEMPLATE_TOKEN"), set("WA_TEMPLATE_PHONE_NUMBER_ID"), set("WA_TEMPLATE_TO"));
        if let (Some(token), Some(phone_number_id), Some(recipient)) = real {
            let api = CloudApi::new(phone_number_id, token);
            return Ok(Self { platform: Platform::Cloud, api, recipient });
        }
        let emulator = Emulator::start()?;
        let api = CloudApi::new("106540352242922", "any token will do").base_url(emulator.base_url());
        Ok(Self { platform: Platform::Emulator(emulator), api, recipient: NOBODY.to_owned() })
    }

    /// Takes a message the whole way and shows every step: definition, request, what the customer reads, receipt.
    ///
    /// # Errors
    ///
    /// The message is invalid, or was not sent.
    pub async fn send<M: WaTemplate>(&self, message: &M) -> Result<Sent<'_>, Box<dyn Error>> {
        let definition = M::definitions().into_iter().next().ok_or("a template has at least one language")?;
        heading("1. The definition to submit for approval");
        println!("{}", definition.to_creation_json_pretty());
        if let Platform::Emulator(emulator) = &self.platform {
            emulator.add(definition.clone());
        }
        let message = message.to(self.recipient.as_str()).callback_data("example").build()?;
        heading("2. The request body");
        println!("{}", message.json());
        heading("3. What the customer reads");
        show_rendered(&definition, &message)?;
        let receipt = self.api.send(&message).await?;
        heading("4. The receipt");
        // The id contains the recipient's number: its `Debug` is shortened.
        println!("message {:?}, status {:?}", receipt.message_id(), receipt.status());
        let accepted = match &self.platform {
            Platform::Emulator(emulator) => emulator.accepted().pop().map(|accepted| (emulator, accepted)),
            Platform::Cloud => None,
        };
        Ok(Sent { accepted })
    }
}

fn show_rendered(definition: &Definition, message: &Message) -> Result<(), Box<dyn Error>> {
    let body: serde_json::Value = serde_json::from_str(message.json())?;
    for line in definition.render(&body["template"]).to_string().lines() {
        println!("  | {line}");
    }
    Ok(())
}

/// A message that was accepted.
pub struct Sent<'s> {
    accepted: Option<(&'s Emulator, Accepted)>,
}

impl Sent<'_> {
    /// Presses a button for the customer; the webhook body that comes of it. `None` on the real platform, where the
    /// customer presses and the webhook reaches your server.
    ///
    /// # Errors
    ///
    /// The message has no such button.
    pub fn tap(&self, label: &str) -> Result<Option<String>, Box<dyn Error>> {
        let Some((emulator, accepted)) = &self.accepted else {
            println!("\nNow tap \"{label}\" on your phone: the webhook reaches your own server.");
            return Ok(None);
        };
        heading(&format!("5. The customer taps \"{label}\""));
        let webhook = emulator.tap(accepted, label)?;
        println!("{webhook}");
        Ok(Some(webhook))
    }
}

/// Prints the heading of a step.
pub fn heading(text: &str) {
    println!("\n{text}\n");
}

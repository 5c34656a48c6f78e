//! The crate under another path.
mod vendored {
    pub(crate) use ::wa_template as messages;
}

/// Something else by the crate's own name.
mod wa_template {
    pub(crate) const _USED: () = ();
}

use vendored::messages::{WaMessage, WaPayload, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    crate = "crate::vendored::messages",
    language = "en",
    category = "utility",
    body = "Your order {{number}} has left our warehouse.",
    buttons(quick_reply("Thanks", Answer::Thanks))
)]
struct Order {
    #[wa(example = "860198")]
    number: u32,
}

#[derive(WaPayload)]
#[wa(crate = "crate::vendored::messages")]
enum Answer {
    Thanks,
}

fn main() {
    let _ = wa_template::_USED;
    assert!(Order { number: 1 }.to("+16505551234").build().is_ok());
    assert!(Answer::from_payload("answer:thanks").is_ok());
}

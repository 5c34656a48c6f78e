"""The same structs, of seven fields each, for every derive that is compared."""

import json

FIELDS = ["date", "customer", "order", "carrier", "arrival", "tracking", "invoice"]


def fields(attribute=""):
    return "".join(f"{attribute}    pub {name}: {'u32' if name == 'order' else 'String'},\n" for name in FIELDS)


def body(index):
    return (
        f"Hello {{{{customer}}}}, order {{{{order}}}} of shop {index} is with {{{{carrier}}}} and will be with you on "
        "{{arrival}}."
    )


def ours(index):
    """Six keys of the template, one of each field."""
    examples = dict(zip(FIELDS, ["12/26", "Jessica", "860198", "Lucky Logistics", "Tuesday", "9rwnB8RbYm", "860198"]))
    text = "".join(
        f'    #[wa(example = "{examples[name]}")]\n    pub {name}: {"u32" if name == "order" else "String"},\n'
        for name in FIELDS
    )
    return (
        "#[derive(wa_template::WaTemplate)]\n#[wa(\n"
        f'    name = "order_update_{index}",\n'
        '    language = "en_US",\n    category = "utility",\n'
        '    header = "Your parcel of {{date}}",\n'
        f'    body = "{body(index)}",\n'
        "    buttons(\n"
        '        url("Track the parcel", "https://www.example.com/track/{{tracking}}"),\n'
        '        url("See the invoice", "https://www.example.com/invoices/{{invoice}}"),\n'
        "    )\n)]\n"
        f"pub struct OrderUpdate{index} {{\n{text}}}\n"
    )


def ours_from_file(index):
    return (
        f'#[derive(wa_template::WaTemplate)]\n#[wa(definition = "templates/order_update_{index}.json")]\n'
        f"pub struct OrderUpdate{index} {{\n"
        + "".join(
            f"{binding(name)}    pub {name}: {'u32' if name == 'order' else 'String'},\n" for name in FIELDS
        )
        + "}\n"
    )


def binding(name):
    """A definition file knows no names in addresses."""
    return {"tracking": "    #[wa(button = 0)]\n", "invoice": "    #[wa(button = 1)]\n"}.get(name, "")


def definition(index):
    named = [("customer", "Jessica"), ("order", "860198"), ("carrier", "Lucky Logistics"), ("arrival", "Tuesday")]
    url = "https://www.example.com/{}/{{{{1}}}}"
    return json.dumps(
        {
            "name": f"order_update_{index}",
            "language": "en_US",
            "category": "UTILITY",
            "parameter_format": "NAMED",
            "components": [
                {
                    "type": "HEADER",
                    "format": "TEXT",
                    "text": "Your parcel of {{date}}",
                    "example": {"header_text_named_params": [{"param_name": "date", "example": "12/26"}]},
                },
                {
                    "type": "BODY",
                    "text": body(index),
                    "example": {
                        "body_text_named_params": [
                            {"param_name": name, "example": example} for name, example in named
                        ]
                    },
                },
                {
                    "type": "BUTTONS",
                    "buttons": [
                        {
                            "type": "URL",
                            "text": label,
                            "url": url.format(path),
                            "example": [url.format(path).replace("{{1}}", "860198")],
                        }
                        for label, path in [("Track the parcel", "track"), ("See the invoice", "invoices")]
                    ],
                },
            ],
        },
        indent=2,
    )


def serde(index):
    return f"#[derive(serde::Serialize)]\npub struct OrderUpdate{index} {{\n{fields()}}}\n"


def thiserror(index):
    text = body(index).replace("{{", "{").replace("}}", "}")
    text += " Track {tracking}, invoice {invoice}, parcel of {date}."
    return f'#[derive(Debug, thiserror::Error)]\n#[error("{text}")]\npub struct OrderUpdate{index} {{\n{fields()}}}\n'


def clap(index):
    attribute = "    #[arg(long)]\n"
    return f"#[derive(clap::Args)]\npub struct OrderUpdate{index} {{\n{fields(attribute)}}}\n"

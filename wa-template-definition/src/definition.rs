//! One template in one language.

use serde_json::{Map, Value};

use crate::component::Component;
use crate::text::Text;
use crate::{Body, Button, Card, Category, Footer, Header, LimitedTimeOffer, ParameterFormat, Part};

/// One template in one language, as the platform stores it.
///
/// It is read from JSON with [`Definition::from_json`], in the form in which templates are created and in that in
/// which they are read back, or put together with [`Definition::new`] and the `with_` methods.
#[derive(Clone, Debug)]
pub struct Definition {
    pub(crate) name: String,
    pub(crate) language: String,
    pub(crate) category: Category,
    pub(crate) parameter_format: Option<ParameterFormat>,
    pub(crate) components: Vec<Component>,
    /// All other keys of the top level.
    pub(crate) extra: Map<String, Value>,
    /// What it was read from; none once it has been changed.
    pub(crate) source: Option<Value>,
}

impl Definition {
    /// A definition without components.
    #[must_use]
    #[inline]
    pub fn new(name: impl Into<String>, language: impl Into<String>, category: Category) -> Self {
        Self {
            name: name.into(),
            language: language.into(),
            category,
            parameter_format: None,
            components: Vec::new(),
            extra: Map::new(),
            source: None,
        }
    }

    /// Adds a header.
    #[must_use]
    #[inline]
    pub fn with_header(self, header: Header) -> Self {
        self.with(Component::Header(header))
    }

    /// Adds a body.
    #[must_use]
    #[inline]
    pub fn with_body(self, body: Body) -> Self {
        self.with(Component::Body(body))
    }

    /// Adds a footer.
    #[must_use]
    #[inline]
    pub fn with_footer(self, footer: Footer) -> Self {
        self.with(Component::Footer(footer))
    }

    /// Adds an offer that ends.
    #[must_use]
    #[inline]
    pub fn with_limited_time_offer(self, offer: LimitedTimeOffer) -> Self {
        self.with(Component::LimitedTimeOffer(offer))
    }

    /// Adds cards side by side.
    #[must_use]
    #[inline]
    pub fn with_carousel(self, cards: Vec<Card>) -> Self {
        self.with(Component::Carousel(cards))
    }

    /// Adds the question whether the business may call.
    #[must_use]
    #[inline]
    pub fn with_call_permission_request(self) -> Self {
        self.with(Component::CallPermissionRequest)
    }

    /// Adds the list of buttons.
    #[must_use]
    #[inline]
    pub fn with_buttons(self, buttons: Vec<Button>) -> Self {
        self.with(Component::Buttons(buttons))
    }

    /// Adds a component of any kind.
    #[must_use]
    #[inline]
    pub fn with_component(self, component: Component) -> Self {
        self.with(component)
    }

    #[inline]
    fn with(mut self, component: Component) -> Self {
        self.components.push(component);
        self.source = None;
        self
    }

    /// Says how the placeholders are addressed.
    #[must_use]
    #[inline]
    pub fn with_parameter_format(mut self, format: ParameterFormat) -> Self {
        self.parameter_format = Some(format);
        self.source = None;
        self
    }

    /// Sets a creation field of the top level under the platform's own name, `message_send_ttl_seconds` for example.
    #[must_use]
    #[inline]
    pub fn with_field(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key.into(), value.into());
        self.source = None;
        self
    }

    /// The name.
    #[must_use]
    #[inline]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The language code, `en_US` for example.
    #[must_use]
    #[inline]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What it is for.
    #[must_use]
    #[inline]
    pub fn category(&self) -> &Category {
        &self.category
    }

    /// How its placeholders are addressed. A definition without the key is positional, unless its placeholders have
    /// names: old answers of the platform leave the key out.
    #[must_use]
    #[inline]
    pub fn parameter_format(&self) -> ParameterFormat {
        self.parameter_format.unwrap_or_else(|| {
            let named = self
                .texts_with_parameters()
                .flat_map(Text::placeholders)
                .any(|placeholder| matches!(placeholder.name, crate::PlaceholderName::Name(_)));
            if named { ParameterFormat::Named } else { ParameterFormat::Positional }
        })
    }

    /// A creation field of the top level that has no accessor of its own.
    #[must_use]
    #[inline]
    pub fn field(&self, key: &str) -> Option<&Value> {
        self.extra.get(key)
    }

    /// All components, in the order in which they were read or added.
    #[must_use]
    #[inline]
    pub fn components(&self) -> &[Component] {
        &self.components
    }

    /// The header, if there is one; the first, if there are several.
    #[must_use]
    #[inline]
    pub fn header(&self) -> Option<&Header> {
        self.section().header()
    }

    /// The body; the first, if there are several.
    #[must_use]
    #[inline]
    pub fn body(&self) -> Option<&Body> {
        self.section().body()
    }

    /// The footer, if there is one; the first, if there are several.
    #[must_use]
    #[inline]
    pub fn footer(&self) -> Option<&Footer> {
        self.section().footer()
    }

    /// The buttons, in order; the position is the index by which a send addresses them.
    #[must_use]
    #[inline]
    pub fn buttons(&self) -> &[Button] {
        self.section().buttons()
    }

    /// The offer that ends, if there is one.
    #[must_use]
    #[inline]
    pub fn limited_time_offer(&self) -> Option<&LimitedTimeOffer> {
        self.components.iter().find_map(|component| match component {
            Component::LimitedTimeOffer(offer) => Some(offer),
            _ => None,
        })
    }

    /// Whether it announces order states: `sub_category` `ORDER_STATUS`.
    #[must_use]
    #[inline]
    pub fn is_order_status(&self) -> bool {
        let sub_category = self.field("sub_category").and_then(Value::as_str);
        sub_category.is_some_and(|sub_category| sub_category.eq_ignore_ascii_case("ORDER_STATUS"))
    }

    /// The texts whose placeholders follow the parameter format: headers and bodies, not the addresses of buttons.
    #[inline]
    pub(crate) fn texts_with_parameters(&self) -> impl Iterator<Item = &Text> {
        let sections = std::iter::once(self.section()).chain(self.cards());
        sections
            .flat_map(|section| section.header_text().into_iter().chain(section.body().and_then(Body::text)))
    }

    /// The text of a part of the template itself in which placeholders may stand.
    #[must_use]
    #[inline]
    pub fn text(&self, part: Part) -> Option<&Text> {
        self.section().text(part)
    }

    /// The text of a text header.
    #[must_use]
    #[inline]
    pub fn header_text(&self) -> Option<&Text> {
        self.section().header_text()
    }
}

/// Two definitions are equal when they mean the same; how they were written does not matter.
impl PartialEq for Definition {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
            && self.language == other.language
            && self.category == other.category
            && self.parameter_format == other.parameter_format
            && crate::write::equal(&self.components, &other.components)
            && self.extra == other.extra
    }
}

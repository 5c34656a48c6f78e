//! Texts with placeholders: fixed words and `{{…}}`.

mod scan;

use std::ops::Range;

use crate::slot::PlaceholderName;

/// A text in which placeholders may stand, taken apart.
///
/// It keeps the *authored* text, in which a placeholder may have a name of the author's choice, and knows the *wire*
/// text that the platform stores. The two differ when names are turned into numbers with [`Text::numbered`]. All
/// ranges are byte ranges of the authored text; all limits count characters of the wire text.
///
/// # Example
///
/// ```
/// use wa_template_definition::Text;
///
/// let text = Text::parse("Your {{trip}} starts {{starts}}.").numbered();
/// assert_eq!(text.wire(), "Your {{1}} starts {{2}}.");
/// assert_eq!(&text.authored()[text.placeholders()[1].range.clone()], "{{starts}}");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    authored: String,
    placeholders: Vec<Placeholder>,
    faults: Vec<Fault>,
}

/// One `{{…}}` of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Placeholder {
    /// What stands between the braces in the authored text, without blanks at its ends.
    pub authored: String,
    /// The name or number under which a send fills it.
    pub name: PlaceholderName,
    /// Where it stands in the authored text, braces included.
    pub range: Range<usize>,
}

/// Something between braces that is no placeholder, or not quite one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where, in the authored text.
    pub range: Range<usize>,
}

/// What can be wrong with the braces of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// `{{` without `}}`.
    Unclosed,
    /// `}}` without `{{`.
    Unopened,
    /// Nothing between the braces.
    Empty,
    /// Blanks between the braces and the name.
    Blank,
    /// A name with characters that the platform does not take.
    Name,
}

impl Text {
    /// Takes a text apart. It never fails: what is wrong with the braces stands in [`Text::faults`].
    #[must_use]
    #[inline]
    pub fn parse(authored: impl Into<String>) -> Self {
        let authored = authored.into();
        let (placeholders, faults) = scan::scan(&authored);
        Self { authored, placeholders, faults }
    }

    /// The text as its author wrote it.
    #[must_use]
    #[inline]
    pub fn authored(&self) -> &str {
        &self.authored
    }

    /// The placeholders, in the order in which they appear.
    #[must_use]
    #[inline]
    pub fn placeholders(&self) -> &[Placeholder] {
        &self.placeholders
    }

    /// What is wrong with the braces, in the order in which it appears.
    #[must_use]
    #[inline]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Numbers the placeholders from 1 in order of appearance, whatever their authored names. A name that appears
    /// twice gets two numbers.
    #[must_use]
    #[inline]
    pub fn numbered(mut self) -> Self {
        for (number, placeholder) in (1..).zip(&mut self.placeholders) {
            placeholder.name = PlaceholderName::Number(number);
        }
        self
    }

    /// Numbers the placeholders like those of the same text in another language: what has the same authored name there
    /// gets the same number, the first of two of a name the first number. What is not there keeps its name.
    #[must_use]
    #[inline]
    pub fn numbered_like(self, first: &Self) -> Self {
        let mut taken: Vec<usize> = Vec::new();
        self.renamed(|placeholder| {
            let of_name = first
                .placeholders
                .iter()
                .enumerate()
                .filter(|(_, other)| other.authored == placeholder.authored);
            let free =
                of_name.clone().find(|(index, _)| !taken.contains(index)).or(of_name.clone().next_back());
            match free {
                Some((index, other)) => {
                    taken.push(index);
                    other.name.clone()
                }
                None => placeholder.name.clone(),
            }
        })
    }

    /// Gives every placeholder the name or number that `name` finds for it.
    #[must_use]
    #[inline]
    pub fn renamed(mut self, mut name: impl FnMut(&Placeholder) -> PlaceholderName) -> Self {
        for placeholder in &mut self.placeholders {
            placeholder.name = name(placeholder);
        }
        self
    }

    /// The distinct names in the order in which a send fills them: numbers ascending, names by first appearance.
    #[must_use]
    #[inline]
    pub fn names(&self) -> Vec<&PlaceholderName> {
        let rank = |name: &PlaceholderName| match name {
            PlaceholderName::Number(number) => *number,
            PlaceholderName::Name(_) => u32::MAX,
        };
        let mut names: Vec<&PlaceholderName> = Vec::new();
        for Placeholder { name, .. } in &self.placeholders {
            if !names.contains(&name) {
                // Behind its like: names keep their order of appearance.
                let at = names.partition_point(|other| rank(other) <= rank(name));
                names.insert(at, name);
            }
        }
        names
    }

    /// The fixed pieces around the placeholders: one more than there are placeholders, some possibly empty.
    #[inline]
    pub fn fixed(&self) -> impl Iterator<Item = &str> {
        let starts =
            std::iter::once(0).chain(self.placeholders.iter().map(|placeholder| placeholder.range.end));
        let ends = self
            .placeholders
            .iter()
            .map(|placeholder| placeholder.range.start)
            .chain(std::iter::once(self.authored.len()));
        starts.zip(ends).map(|(start, end)| &self.authored[start..end])
    }

    /// The text with each placeholder replaced by what `value` gives for it.
    #[must_use]
    #[inline]
    pub fn fill(&self, mut value: impl FnMut(&Placeholder) -> String) -> String {
        let mut filled = String::with_capacity(self.authored.len());
        let mut values = self.placeholders.iter().map(&mut value);
        for fixed in self.fixed() {
            filled.push_str(fixed);
            if let Some(value) = values.next() {
                filled.push_str(&value);
            }
        }
        filled
    }

    /// The text as the platform stores it.
    #[must_use]
    #[inline]
    pub fn wire(&self) -> String {
        self.fill(|placeholder| {
            // As it was authored, faults and all, unless it was given another name.
            if placeholder.name == PlaceholderName::from_authored(&placeholder.authored) {
                self.authored[placeholder.range.clone()].to_owned()
            } else {
                format!("{{{{{}}}}}", placeholder.name)
            }
        })
    }

    /// Unicode scalar values of the wire text. How the platform counts is not documented; scalar values of the raw
    /// text are what Meta's own samples near a limit agree with (spec, section 16, point 10).
    #[must_use]
    #[inline]
    pub fn characters(&self) -> usize {
        self.wire().chars().count()
    }

    /// Unicode scalar values of the fixed pieces alone: what a send cannot change.
    #[must_use]
    #[inline]
    pub fn fixed_characters(&self) -> usize {
        self.fixed().map(|fixed| fixed.chars().count()).sum()
    }
}

#[cfg(test)]
mod tests;

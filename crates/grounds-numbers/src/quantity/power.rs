//! Powers of ten after a number: `1.2e5`, `1.2 × 10^5`, `1.2·10⁵`, `5 × 10⁻⁸`.

/// The length of the exponent that belongs to a number: `e5`, `E-08`. None of `16E6`, which is a name.
pub(super) fn exponent(number: &str, after: &str) -> usize {
    let Some(rest) = after.strip_prefix(['e', 'E']) else {
        return 0;
    };
    let size = rest.trim_start_matches(['-', '\u{2212}', '+']);
    let sign = rest.len() - size.len();
    let digits = size.bytes().take_while(u8::is_ascii_digit).count();
    let ends = !size[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '.' || c == '-');
    let ends = ends || size[digits..].starts_with(". ") || &size[digits..] == ".";
    let meant = after.starts_with('e') || sign > 0 || number.contains('.');
    let one_sign = rest[..sign].chars().count() <= 1;
    if (1..=2).contains(&digits) && ends && meant && one_sign {
        1 + sign + digits
    } else {
        0
    }
}

/// The power of ten by which a number is multiplied, with the bytes that it takes.
pub(super) fn of_ten(after: &str) -> Option<(i32, usize)> {
    let sign = after.trim_start();
    let times = sign.strip_prefix(['×', 'x', '·', '⋅', '∙', '*'])?;
    let exponent = times.trim_start().strip_prefix("10")?;
    let raised = exponent
        .strip_prefix("**")
        .or_else(|| exponent.strip_prefix('^'));
    let (size, length) = raised_digits(raised.unwrap_or(exponent), raised.is_some())?;
    let rest = &raised.unwrap_or(exponent)[length..];
    // Pandoc's `10^5^`.
    let rest = rest
        .strip_prefix('^')
        .filter(|_| raised.is_some())
        .unwrap_or(rest);
    (!rest.starts_with(char::is_alphanumeric)).then_some((size, after.len() - rest.len()))
}

/// The exponent at the beginning of a text, with its length: set high, or plain after `^` or with a minus sign
/// (`10-8`, which has lost its height).
fn raised_digits(text: &str, plain: bool) -> Option<(i32, usize)> {
    const HIGH: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let size = text.trim_start_matches(['-', '\u{2212}', '⁻']);
    let negative = size.len() < text.len();
    let high = size.starts_with(|c| HIGH.contains(c));
    if !(high || plain || negative) {
        return None;
    }
    let mut digits = String::new();
    let mut length = text.len() - size.len();
    for c in size.chars() {
        let at = HIGH.chars().position(|digit| digit == c).filter(|_| high);
        let digit = at.and_then(|at| char::from_digit(u32::try_from(at).ok()?, 10));
        let Some(digit) = digit.or_else(|| (c.is_ascii_digit() && !high).then_some(c)) else {
            break;
        };
        digits.push(digit);
        length += c.len_utf8();
    }
    let size: i32 = digits.parse().ok().filter(|size| *size < 100)?;
    Some((if negative { -size } else { size }, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_ten_are_read_in_all_their_forms() {
        for (after, power) in [
            (" × 10^5 copies/mL", 5),
            (" x 10⁵", 5),
            ("·10⁵", 5),
            ("×10^5^ copies", 5),
            (" × 10⁻⁸)", -8),
            (" × 10-8)", -8),
            (" × 10^−8", -8),
            (" * 10**6.", 6),
        ] {
            assert_eq!(
                of_ten(after).map(|(power, _)| power),
                Some(power),
                "{after}"
            );
        }
        assert_eq!(of_ten(" × 10^5 copies"), Some((5, " × 10^5".len())));
        for after in [
            " × 10 cm",
            " × 105",
            " x 10",
            " by 10^5",
            "·5",
            " × 10^",
            " × 10^5a",
            "",
            " × 10⁵⁵⁵",
        ] {
            assert_eq!(of_ten(after), None, "{after}");
        }
    }

    #[test]
    fn an_exponent_is_none_of_a_name() {
        for (number, after, length) in [
            ("1.2", "e5 copies", 2),
            ("5", "e-8)", 3),
            ("5", "E−08.", 6),
            ("1.2", "E5.", 2),
            ("16", "E6", 0),
            ("5", "e", 0),
            ("5", "e5x", 0),
            ("5", "e--5", 0),
            ("5", "e500", 0),
            ("5", " e5", 0),
        ] {
            assert_eq!(exponent(number, after), length, "{number}{after}");
        }
    }
}

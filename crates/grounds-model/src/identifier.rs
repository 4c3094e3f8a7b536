//! Identifiers of works, people and trials: syntax and check digits.
//!
//! Each function takes an identifier as authors write it and says what is wrong with it, if
//! anything. None of them asks a network: a well-formed identifier may still not exist.

use std::borrow::Cow;

/// What is wrong with an identifier, as the end of the sentence "`x` …".
pub type Fault = &'static str;

/// A DOI: `10.`, a registrant of four to nine digits (with further parts), a slash and a suffix.
///
/// Source: DOI Handbook, section 2.2 (ISO 26324); the length of registrants from Crossref's
/// "DOIs and matching regular expressions". The suffix is not restricted: old ones hold `<>();:`.
pub fn doi(text: &str) -> Result<(), Fault> {
    if text.starts_with("http://") || text.starts_with("https://") || text.starts_with("doi:") {
        return Err("is an address: a DOI is written from its `10.` on");
    }
    let Some((prefix, suffix)) = text.split_once('/') else {
        return Err("has no `/` between registrant and suffix");
    };
    let Some(registrant) = prefix.strip_prefix("10.") else {
        return Err("does not begin with `10.`");
    };
    let mut parts = registrant.split('.');
    let first = parts.next().unwrap_or_default();
    if !(4..=9).contains(&first.len()) || !all_digits(first) || !parts.all(all_digits) {
        return Err("has a registrant that is not four to nine digits");
    }
    if suffix.is_empty() {
        return Err("has no suffix after its `/`");
    }
    if suffix.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err("has white space in its suffix");
    }
    if matches!(decoded(suffix), Cow::Owned(_)) {
        return Err("has a code such as `%28`, which stands for a character in addresses only");
    }
    if suffix.ends_with(['.', ',']) {
        return Err("ends in a full stop or comma, which is of the sentence around it");
    }
    Ok(())
}

/// A text from an address, with the characters for which its codes stand: `%28` is `(` (RFC 3986, section 2.1). Codes of
/// spaces and of what is not ASCII stay.
pub fn decoded(text: &str) -> Cow<'_, str> {
    let mut decoded = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let code = rest
            .get(at + 1..at + 3)
            .filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        let (end, shown) = match byte.filter(u8::is_ascii_graphic) {
            Some(byte) => (at + 3, Some(char::from(byte))),
            None => (at + 1, None),
        };
        decoded.push_str(&rest[..shown.map_or(end, |_| at)]);
        decoded.extend(shown);
        rest = &rest[end..];
    }
    decoded.push_str(rest);
    if decoded == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(decoded)
    }
}

/// A PubMed number: one to eight digits, not beginning with zero.
///
/// Source: MEDLINE/PubMed Data Element (Field) Descriptions, "PMID".
pub fn pmid(text: &str) -> Result<(), Fault> {
    if !all_digits(text) {
        return Err("is not a number");
    }
    if text.starts_with('0') || text.len() > 8 {
        return Err("is not one to eight digits without a leading zero");
    }
    Ok(())
}

/// A PubMed Central number: `PMC` and digits.
pub fn pmcid(text: &str) -> Result<(), Fault> {
    let Some(digits) = text.strip_prefix("PMC") else {
        return Err("does not begin with `PMC`");
    };
    if all_digits(digits) && !digits.starts_with('0') && digits.len() <= 9 {
        Ok(())
    } else {
        Err("is not `PMC` and up to nine digits")
    }
}

/// A registration number, by its registry where the registry is known by its prefix: `NCT` and
/// eight digits (ClinicalTrials.gov), `ISRCTN` and eight digits, `CRD` and
/// eleven digits or, since 2024, up to thirteen (PROSPERO). Other registries are not checked.
pub fn registration(text: &str) -> Result<(), Fault> {
    if let Some(digits) = text.strip_prefix("NCT") {
        return if digits.len() == 8 && all_digits(digits) {
            Ok(())
        } else {
            Err("is not `NCT` and eight digits")
        };
    }
    if let Some(digits) = text.strip_prefix("ISRCTN") {
        return isrctn_digits(digits);
    }
    if let Some(digits) = text.strip_prefix("CRD") {
        return if (11..=13).contains(&digits.len()) && all_digits(digits) {
            Ok(())
        } else {
            Err("is not `CRD` and eleven to thirteen digits")
        };
    }
    Ok(())
}

/// The eight digits of an ISRCTN. The registry publishes no check digit, so the length is all.
fn isrctn_digits(digits: &str) -> Result<(), Fault> {
    if digits.len() == 8 && all_digits(digits) {
        Ok(())
    } else {
        Err("is not `ISRCTN` and eight digits")
    }
}

/// An ORCID iD: four groups of four, the last character by ISO 7064 mod 11-2.
///
/// Source: ORCID, "Structure of the ORCID Identifier".
pub fn orcid(text: &str) -> Result<(), Fault> {
    let id = text.strip_prefix("https://orcid.org/").unwrap_or(text);
    let groups: Vec<&str> = id.split('-').collect();
    if groups.len() != 4 || groups.iter().any(|group| group.len() != 4) {
        return Err("is not four groups of four, such as `0000-0002-1825-0097`");
    }
    let characters: Vec<char> = groups.concat().chars().collect();
    let Some((check, digits)) = characters.split_last() else {
        return Err("is empty");
    };
    let mut total = 0;
    for digit in digits {
        let Some(value) = digit.to_digit(10) else {
            return Err("has a character that is no digit");
        };
        total = (total + value) * 2 % 11;
    }
    check_character(*check, (12 - total % 11) % 11)
}

/// An ISSN: eight characters, the last a check digit modulo 11 with weights 8 to 2.
///
/// Source: ISO 3297, annex A.
pub fn issn(text: &str) -> Result<(), Fault> {
    let compact: Vec<char> = text.chars().filter(|c| *c != '-').collect();
    if compact.len() != 8 || text.chars().nth(4) != Some('-') {
        return Err("is not two groups of four, such as `0974-2077`");
    }
    let mut total = 0;
    for (weight, digit) in (2..=8).rev().zip(&compact) {
        let Some(value) = digit.to_digit(10) else {
            return Err("has a character that is no digit");
        };
        total += weight * value;
    }
    check_character(compact[7], (11 - total % 11) % 11)
}

/// An ISBN of ten or thirteen digits, with its check digit.
///
/// Source: ISBN Users' Manual, section "Check digit".
pub fn isbn(text: &str) -> Result<(), Fault> {
    let compact: Vec<char> = text.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    let Some((check, digits)) = compact.split_last() else {
        return Err("is empty");
    };
    let mut values = Vec::with_capacity(12);
    for digit in digits {
        let Some(value) = digit.to_digit(10) else {
            return Err("has a character that is no digit");
        };
        values.push(value);
    }
    match values.len() {
        9 => {
            let total: u32 = (2..=10)
                .rev()
                .zip(&values)
                .map(|(weight, value)| weight * value)
                .sum();
            check_character(*check, (11 - total % 11) % 11)
        }
        12 => {
            let total: u32 = [1, 3]
                .iter()
                .cycle()
                .zip(&values)
                .map(|(w, value)| w * value)
                .sum();
            check_character(*check, (10 - total % 10) % 10)
        }
        _ => Err("is neither ten nor thirteen digits"),
    }
}

/// A MeSH descriptor's unique id: `D` (or `C`, a supplementary concept) and six or nine digits.
///
/// Source: MeSH XML data elements, "DescriptorUI".
pub fn mesh(text: &str) -> Result<(), Fault> {
    match text.strip_prefix(['D', 'C']) {
        Some(digits) if all_digits(digits) && matches!(digits.len(), 6 | 9) => Ok(()),
        _ => Err("is not `D` and six or nine digits"),
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn check_character(written: char, expected: u32) -> Result<(), Fault> {
    let expected = if expected == 10 {
        Some('X')
    } else {
        char::from_digit(expected, 10)
    };
    if Some(written.to_ascii_uppercase()) == expected {
        Ok(())
    } else {
        Err("has a wrong check digit: a digit is mistyped")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dois() {
        for good in [
            "10.4103/JCAS.JCAS_130_17",
            "10.1097/01.prs.0000304612.72899.02",
            "10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-1",
            "10.1000.10/123456",
        ] {
            assert_eq!(doi(good), Ok(()), "{good}");
        }
        for bad in [
            "11.4103/x",
            "10.410/x",
            "10.4103",
            "10.4103/",
            "https://doi.org/10.4103/x",
            "10.4103/a b",
            "10.4103/a.",
            "10.41O3/x",
            "10.1002/%28SICI%291097-0258",
        ] {
            assert!(doi(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn codes_of_addresses() {
        assert_eq!(
            decoded("10.1002/%28SICI%291097%2d0258%3c1%3E"),
            "10.1002/(SICI)1097-0258<1>"
        );
        for kept in [
            "10.1000/a",
            "100%",
            "5 %25",
            "%2",
            "%zz",
            "%é1",
            "a%20b",
            "%C3%A9",
        ] {
            let expected = kept.replace("%25", "%");
            assert_eq!(decoded(kept), expected, "{kept}");
        }
        assert!(matches!(decoded("100% of all"), Cow::Borrowed(_)));
    }

    #[test]
    fn orcids_have_a_check_digit() {
        // The two examples of ORCID's own page on the structure of the identifier.
        assert_eq!(orcid("0000-0002-1825-0097"), Ok(()));
        assert_eq!(orcid("0000-0002-9079-593X"), Ok(()));
        assert!(orcid("0000-0002-1825-0098").is_err());
        assert!(orcid("0000000218250097").is_err());
    }

    #[test]
    fn issns_and_isbns_have_a_check_digit() {
        // ISO 3297's worked example; the ISBN Users' Manual's.
        assert_eq!(issn("0317-8471"), Ok(()));
        assert!(issn("0317-8472").is_err());
        assert_eq!(isbn("978-0-306-40615-7"), Ok(()));
        assert_eq!(isbn("0-306-40615-2"), Ok(()));
        assert!(isbn("978-0-306-40615-8").is_err());
    }

    #[test]
    fn numbers_of_registries() {
        assert_eq!(registration("NCT04680234"), Ok(()));
        assert!(registration("NCT0468023").is_err());
        assert_eq!(registration("ISRCTN12345678"), Ok(()));
        assert!(registration("ISRCTN1234567").is_err());
        assert_eq!(registration("CRD42023391164"), Ok(()));
        assert_eq!(registration("ChiCTR1234"), Ok(()));
        assert_eq!(pmid("30886475"), Ok(()));
        assert!(pmid("3088647a").is_err());
        assert!(pmid("012").is_err());
        assert_eq!(pmcid("PMC3746236"), Ok(()));
        assert!(pmcid("3746236").is_err());
    }
}

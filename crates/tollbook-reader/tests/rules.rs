//! Every rule reads as its examples promise.

use tollbook_reader::Reader;
use tollbook_terms::{Published, Report, short};

/// Returns the reading of `text` in the short notation, and the rules it gives as reasons.
fn read(reader: &Reader, text: &str) -> (String, Vec<String>) {
    let report = Report {
        text: text.to_owned(),
        // A Wednesday, for the examples that name a day of the week.
        published: Published::try_from("2021-03-10".to_owned()).ok(),
        ..Report::default()
    };
    let claims = reader.read(&report).claims;
    let rules = claims
        .iter()
        .flat_map(|claim| claim.why.iter().map(|why| why.rule.clone()))
        .collect();
    (short::lines(&claims), rules)
}

#[test]
fn every_rule_reads_its_examples_as_it_says_and_is_named_as_the_reason() {
    let reader = Reader::new(&[]);
    let mut wrong = String::new();
    for rule in tollbook_reader::rules() {
        for (text, wanted) in rule.must {
            let (reading, rules) = read(&reader, text);
            if reading != *wanted || !rules.iter().any(|name| name == rule.name) {
                wrong += &format!(
                    "{}: {text}\n  must read: {wanted}\n  reads:     {reading}\n  by:        {}\n",
                    rule.name,
                    rules.join(" "),
                );
            }
        }
        for (text, because) in rule.must_not {
            let (reading, rules) = read(&reader, text);
            if rules.iter().any(|name| name == rule.name) {
                wrong += &format!(
                    "{}: {text}\n  must not match: {because}\n  reads: {reading}\n",
                    rule.name
                );
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_rule_has_both_kinds_of_example_and_a_name_of_its_own() {
    let rules = tollbook_reader::rules();
    for pair in rules.windows(2) {
        assert_ne!(pair[0].name, pair[1].name);
    }
    for rule in rules {
        // What a rule keeps from being read has only examples of that.
        let keeps_out = rule.name.starts_with("effect.none.");
        assert!(
            keeps_out || !rule.must.is_empty(),
            "{} has no example",
            rule.name
        );
        assert!(
            !rule.must_not.is_empty(),
            "{} has no counter-example",
            rule.name
        );
        assert!(rule.says.ends_with('.'), "{}: {}", rule.name, rule.says);
    }
}

//! Which reports are read at all: those in English.

use tollbook_reader::Reader;
use tollbook_terms::{Reading, Report};

fn read(text: &str) -> Reading {
    let text = text.to_owned();
    Reader::new(&[]).read(&Report {
        text,
        ..Report::default()
    })
}

#[test]
fn short_english_reports_full_of_names_are_read() {
    let texts = [
        "Gunmen shot dead 12 villagers near Ostra late on Monday, officials said. The attack took place near a busy \
         road.\n\nOf the dead, four were police officers.",
        "Raiders burnt a grader, two tippers and a drilling rig near Okandala Dumara hamlet, Belkanpur taluka, killing \
         watchman Harik Oramba and his nephew.",
    ];
    for text in texts {
        let reading = read(text);
        assert_eq!(reading.unread, None);
        assert!(!reading.claims.is_empty(), "{text}");
    }
}

#[test]
fn a_report_in_another_language_is_named_and_not_read() {
    let text = "Douze personnes ont été tuées lundi soir par des hommes armés dans un village du nord du pays, ont \
                annoncé mardi les autorités locales. Selon un porte-parole de la police, les assaillants sont arrivés \
                à moto et ont ouvert le feu sur les habitants qui sortaient du marché. Plusieurs blessés ont été \
                transportés à l'hôpital de la capitale.";
    assert_eq!(
        read(text).unread.as_deref(),
        Some("language fra is not read")
    );
}

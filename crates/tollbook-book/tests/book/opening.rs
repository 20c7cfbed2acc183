//! What cannot be opened is refused with one line that says what, where and what to do.

use std::fs;
use std::path::Path;

use tollbook_book::{Book, What};

use crate::toy::{TOY, at, desk, incoming, on};

fn refusal(path: &Path) -> What {
    let error = Book::open(path).unwrap_err();
    assert!(
        error.to_string().contains(path.to_str().unwrap()),
        "{error}"
    );
    assert!(!error.to_string().contains('\n'), "{error}");
    assert!(!error.what.hint().is_empty());
    error.what
}

#[test]
fn a_book_that_is_not_there_is_named_and_made_only_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.tollbook");
    assert!(matches!(refusal(&path), What::Missing));
    Book::create_or_open(&path).unwrap();
    Book::open(&path).unwrap();
    let below = folder.path().join("missing/book.tollbook");
    let error = Book::create_or_open(&below).unwrap_err();
    assert!(matches!(error.what, What::NoFolder), "{error}");
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_a_book_and_its_logs() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk();
    desk.add(&[("a", "5 killed in Torvale on 2031-03-02.")]);
    for file in fs::read_dir(desk.folder.path()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{:?}", file.path());
    }
}

#[test]
fn a_closed_book_is_one_file() {
    let desk = desk();
    desk.add(&[("a", "5 killed in Torvale on 2031-03-02.")]);
    drop(desk.book);
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 1);
}

#[test]
fn what_is_no_book_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    fs::write(&path, "5 killed in Torvale").unwrap();
    assert!(matches!(refusal(&path), What::NotABook { .. }));
    assert!(Book::create_or_open(&path).is_err());
    assert_eq!(fs::read(&path).unwrap(), b"5 killed in Torvale");
    assert!(matches!(refusal(folder.path()), What::NotABook { .. }));

    let other = folder.path().join("other.sqlite");
    let db = rusqlite::Connection::open(&other).unwrap();
    db.execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
    drop(db);
    assert!(matches!(refusal(&other), What::NotABook { .. }));
    assert!(Book::create_or_open(&other).is_err());
}

#[test]
fn an_empty_file_is_no_book_yet() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.tollbook");
    fs::write(&path, "").unwrap();
    assert!(matches!(refusal(&path), What::Empty));
    let book = Book::create_or_open(&path).unwrap().reading_by(TOY);
    let receipt = book.add(
        [Ok(incoming("a", "5 killed in Torvale on 2031-03-02."))],
        at(0),
        &mut on,
    );
    assert_eq!(receipt.new, 1);
}

#[test]
fn a_book_of_a_newer_program_is_refused() {
    let desk = desk();
    drop(desk.book);
    let db = rusqlite::Connection::open(&desk.path).unwrap();
    db.pragma_update(None, "user_version", 900).unwrap();
    drop(db);
    assert!(matches!(
        refusal(&desk.path),
        What::Newer { found: 900, .. }
    ));
    assert!(Book::create_or_open(&desk.path).is_err());
}

#[test]
fn a_book_that_another_migration_made_is_refused() {
    let desk = desk();
    drop(desk.book);
    let db = rusqlite::Connection::open(&desk.path).unwrap();
    db.execute("UPDATE migration SET hash = 'x'", []).unwrap();
    drop(db);
    assert!(matches!(
        refusal(&desk.path),
        What::OtherMigration { number: 1 }
    ));
}

#[test]
fn a_book_that_is_cut_short_is_damaged_wherever_it_is_cut() {
    let desk = desk();
    desk.add(&[("a", "5 killed in Torvale on 2031-03-02.")]);
    drop(desk.book);
    let whole = fs::read(&desk.path).unwrap();
    for length in [20, 100, 4095, 4096, whole.len() / 2, whole.len() - 1] {
        fs::write(&desk.path, &whole[..length]).unwrap();
        let told = match Book::open(&desk.path) {
            Err(error) => error.what,
            Ok(book) => {
                let verified = book.reading_by(TOY).verify(&mut on);
                match verified {
                    Err(error) => error.what,
                    Ok(verified) => {
                        assert_ne!(verified.problems, [], "cut to {length} bytes");
                        continue;
                    }
                }
            }
        };
        assert!(
            matches!(told, What::Damaged { .. }),
            "cut to {length} bytes: {told}"
        );
    }
}

#[test]
fn a_book_that_cannot_be_written_can_be_asked_and_says_so_when_it_is_to_be_changed() {
    let desk = desk();
    desk.add(&[("a", "5 killed in Torvale on 2031-03-02.")]);
    drop(desk.book);
    // Whoever may do everything may write everywhere: then there is nothing to be tested.
    let mut permissions = fs::metadata(desk.folder.path()).unwrap().permissions();
    permissions.set_readonly(true);
    let mut file = fs::metadata(&desk.path).unwrap().permissions();
    file.set_readonly(true);
    fs::set_permissions(&desk.path, file).unwrap();
    fs::set_permissions(desk.folder.path(), permissions).unwrap();
    if fs::write(desk.folder.path().join("probe"), "").is_err() {
        let book = Book::open(&desk.path).unwrap().reading_by(TOY);
        assert_eq!(
            book.toll(&Default::default()).unwrap().toll.lines[0]
                .sum
                .best,
            5
        );
        let receipt = book.add([Ok(incoming("b", "text"))], at(1), &mut on);
        let tollbook_book::Ended::Failed(error) = receipt.ended else {
            panic!()
        };
        assert!(matches!(error.what, What::ReadOnly), "{error}");
        let error = Book::create_or_open(&desk.folder.path().join("new")).unwrap_err();
        assert!(matches!(error.what, What::ReadOnly), "{error}");
    }
    let mut permissions = fs::metadata(desk.folder.path()).unwrap().permissions();
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    fs::set_permissions(desk.folder.path(), permissions).unwrap();
}

#[test]
fn two_that_make_one_book_at_once_both_have_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.tollbook");
    std::thread::scope(|scope| {
        let open = || Book::create_or_open(&path).map(|_| ());
        let both: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
        for one in both {
            one.join().unwrap().unwrap();
        }
    });
    Book::open(&path).unwrap();
}

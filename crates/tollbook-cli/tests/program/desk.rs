//! A folder of its own to run the program in, and what a run came to.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The folder, in which the home of the person and the default book lie too.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Ran {
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
    /// Exit code.
    pub(crate) code: i32,
}

/// An attack, told in a sentence.
pub(crate) const MARKET: &str = "SORNEL, March 4, 2031 (Agency) - Five civilians were killed and 12 people were injured when a \
     rocket hit a market in Sornel on Monday, the Velmoran health ministry said.\n";

/// Two parties to an invented war.
pub(crate) const PARTIES: &str = r#"[
  {"id": "velmora", "names": ["Velmora"], "demonyms": ["Velmoran"], "outlets": ["Sornel Post"]},
  {"id": "tarkessa", "names": ["Tarkessa"], "demonyms": ["Tarkessan"]}
]"#;

/// A report without harm.
pub(crate) const BRIDGE: &str = "The new bridge over the Tarn was opened in Sornel on Tuesday.\n";

impl Desk {
    pub(crate) fn new() -> Desk {
        Desk {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Returns a desk with a folder `march` of two texts and a file `reports.jsonl` of two reports.
    pub(crate) fn with_reports() -> Desk {
        let desk = Desk::new();
        desk.file("march/market.txt", MARKET);
        desk.file("march/north/bridge.txt", BRIDGE);
        let row = |id: &str, text: &str| serde_json::json!({"id": id, "outlet": "Sornel Post", "published": "2031-03-05", "text": text});
        let shelling = "Three soldiers were wounded by shelling near Harrow on Tuesday.";
        desk.file(
            "reports.jsonl",
            format!("{}\n{}\n", row("p-1", shelling), row("p-2", BRIDGE)),
        );
        desk
    }

    /// Returns a desk as above, whose default book holds those reports, a party and a decision.
    pub(crate) fn with_book() -> Desk {
        let desk = Desk::with_reports();
        desk.file("parties.json", PARTIES);
        desk.run("tollbook add march reports.jsonl").done();
        desk.run("tollbook party load parties.json --reason 'the parties'")
            .done();
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Makes a file, with the folders it lies in.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Runs a line of shell, in which `tollbook` is the program.
    pub(crate) fn run(&self, line: &str) -> Ran {
        self.run_with(line, b"")
    }

    /// Runs a line of shell with `input` as its standard input.
    pub(crate) fn run_with(&self, line: &str, input: &[u8]) -> Ran {
        let program = Path::new(env!("CARGO_BIN_EXE_tollbook"));
        let path = std::env::join_paths(
            std::iter::once(program.parent().unwrap().to_owned())
                .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
        );
        let mut child = Command::new("sh")
            .args(["-c", line])
            .current_dir(self.folder.path())
            .env("PATH", path.unwrap())
            .env("HOME", self.folder.path())
            .env("TMPDIR", self.folder.path())
            .env("USER", "ann")
            .env_remove("XDG_DATA_HOME")
            .env_remove("TOLLBOOK_BOOK")
            .env_remove("NO_COLOR")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that does not read its input closes it, which is its right.
        let _ = child.stdin.take().unwrap().write_all(input);
        let ran = child.wait_with_output().unwrap();
        let folder = self.folder.path().to_str().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap().replace(folder, "DESK");
        Ran {
            out: text(ran.stdout),
            err: text(ran.stderr),
            code: ran.status.code().unwrap(),
        }
    }
}

impl Ran {
    /// Asserts that the run ended well, and returns what it printed.
    pub(crate) fn done(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out
    }

    /// Asserts the exit code and every line of standard error.
    pub(crate) fn told(&self, code: i32, err: &str) {
        assert_eq!((self.err.as_str(), self.code), (err, code), "{}", self.out);
    }
}

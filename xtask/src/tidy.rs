//! `cargo xtask tidy`: the rules of the house, each also a test.
//!
//! A check returns one line for each place that breaks its rule: where, and what is wrong there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

/// Who may import whom; a package that is not named here may import nobody.
const LADDER: &[(&str, &[&str])] = &[
    ("tollbook-terms", &[]),
    ("tollbook-reader", &["tollbook-terms"]),
    ("tollbook-linker", &["tollbook-terms"]),
    ("tollbook-formats", &["tollbook-terms"]),
    (
        "tollbook-book",
        &["tollbook-terms", "tollbook-reader", "tollbook-linker"],
    ),
    (
        "tollbook-cli",
        &[
            "tollbook-terms",
            "tollbook-reader",
            "tollbook-linker",
            "tollbook-formats",
            "tollbook-book",
        ],
    ),
    (
        "xtask",
        &[
            "tollbook-terms",
            "tollbook-reader",
            "tollbook-linker",
            "tollbook-formats",
            "tollbook-book",
        ],
    ),
];

/// Packages that touch no files, clock, environment or network.
const PURE: [&str; 4] = ["terms", "reader", "linker", "formats"];

/// What SQL looks like in a string.
const SQL: [&str; 9] = [
    "SELECT ",
    "INSERT INTO",
    "INSERT OR",
    "DELETE FROM",
    "CREATE TABLE",
    "CREATE VIEW",
    "PRAGMA ",
    "BEGIN IMMEDIATE",
    "ROLLBACK",
];

/// A file of more bytes needs its source, licence and build command beside it.
const BIG: u64 = 1_000_000;

/// What the fuzzer makes; Cargo marks what it makes itself.
const MADE: [&str; 4] = ["target", "fuzz/artifacts", "fuzz/coverage", "fuzz/corpus"];

type Check = fn(&Path) -> Result<Vec<String>>;

const CHECKS: &[(&str, Check)] = &[
    ("a package imports only rungs below it", ladder),
    ("a dependency has its line in ARCHITECTURE.md", architecture),
    ("SQL stands in the book's sql folder", sql),
    ("every module says what it is", openings),
    (
        "the pure packages hold one list of forbidden calls",
        forbidden_calls,
    ),
    ("a big file says where it comes from", big_files),
    ("no test is ignored and nothing is left undone", loose_ends),
    ("every source file is reached", unreached),
    ("the README shows the two commands", readme),
];

/// Prints what breaks a rule of the house.
///
/// # Errors
/// Says how many places break one, or what could not be read.
pub(crate) fn tidy(root: &Path) -> Result<()> {
    let mut broken = 0;
    for (rule, check) in CHECKS {
        for place in check(root)? {
            println!("{place}\n    the rule: {rule}");
            broken += 1;
        }
    }
    ensure!(broken == 0, "{broken} places break a rule of the house");
    println!("tidy: {} rules hold", CHECKS.len());
    Ok(())
}

/// Returns all files below `folder`, sorted, relative to `root`: without hidden ones, and without
/// what Cargo and the fuzzer make.
fn files(root: &Path, folder: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        let unread = || format!("cannot read {}", folder.display());
        if folder.join("CACHEDIR.TAG").exists() {
            continue;
        }
        for entry in fs::read_dir(&folder).with_context(unread)? {
            let entry = entry.with_context(unread)?;
            let path = entry.path();
            let named = path.strip_prefix(root)?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if hidden || MADE.iter().any(|made| named == Path::new(made)) {
                continue;
            }
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else {
                found.push(named.to_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Returns the Rust files of the workspace and of `fuzz/`, with their text.
fn sources(root: &Path) -> Result<Vec<(PathBuf, String)>> {
    let rust = files(root, "")?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    rust.map(|path| {
        let text = fs::read_to_string(root.join(&path))
            .with_context(|| format!("cannot read {}", path.display()))?;
        Ok((path, text))
    })
    .collect()
}

/// Returns each package with what it imports, as Cargo has it.
fn imports(root: &Path) -> Result<Vec<(String, Vec<String>)>> {
    let output = crate::cargo(root)
        .args(["metadata", "--no-deps", "--offline"])
        .args(["--format-version", "1"])
        .output()
        .context("cannot run cargo metadata")?;
    if !output.status.success() {
        bail!(
            "cargo metadata: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let list = |value: &Value, name: &str| value[name].as_array().cloned().unwrap_or_default();
    let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    Ok(list(&metadata, "packages")
        .iter()
        .map(|package| {
            let imports = list(package, "dependencies");
            (name(package), imports.iter().map(name).collect())
        })
        .collect())
}

fn is_ours(package: &str) -> bool {
    package.starts_with("tollbook-") || package == "xtask"
}

fn ladder(root: &Path) -> Result<Vec<String>> {
    let mut broken = Vec::new();
    for (package, imports) in imports(root)? {
        let Some((_, may)) = LADDER.iter().find(|(name, _)| *name == package) else {
            broken.push(format!("{package}: xtask/src/tidy.rs gives it no rung"));
            continue;
        };
        for import in imports {
            if is_ours(&import) && !may.contains(&import.as_str()) {
                broken.push(format!("{package}: imports {import}"));
            }
            if import == "rusqlite" && package != "tollbook-book" {
                broken.push(format!(
                    "{package}: imports {import}, which is the book's alone"
                ));
            }
        }
    }
    Ok(broken)
}

fn architecture(root: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap_or_default();
    let mut missing: Vec<String> = imports(root)?
        .into_iter()
        .flat_map(|(_, imports)| imports)
        .filter(|import| !is_ours(import) && !text.contains(&format!("`{import}`")))
        .map(|import| format!("ARCHITECTURE.md: does not name {import}"))
        .collect();
    missing.sort();
    missing.dedup();
    Ok(missing)
}

fn sql(root: &Path) -> Result<Vec<String>> {
    let mut broken = Vec::new();
    for (path, text) in sources(root)? {
        if !path.starts_with("crates")
            || path.starts_with("crates/tollbook-book/src/sql")
            || path.iter().any(|folder| folder == "tests")
        {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = !line.trim_start().starts_with("//");
            if code && SQL.iter().any(|words| line.contains(words)) {
                broken.push(format!("{}:{}: SQL", path.display(), number + 1));
            }
        }
    }
    Ok(broken)
}

fn openings(root: &Path) -> Result<Vec<String>> {
    Ok(sources(root)?
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| format!("{}: does not open with //!", path.display()))
        .collect())
}

fn forbidden_calls(root: &Path) -> Result<Vec<String>> {
    let list = |package: &str| {
        let path = root.join(format!("crates/tollbook-{package}/clippy.toml"));
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let first = list(PURE[0])?;
    let mut broken = Vec::new();
    for package in PURE {
        if list(package)? != first {
            broken.push(format!(
                "crates/tollbook-{package}/clippy.toml: differs from that of {}",
                PURE[0]
            ));
        }
    }
    for path in files(root, "crates")? {
        if path.ends_with("Cargo.toml")
            && !fs::read_to_string(root.join(&path))?.contains("[lints]\nworkspace = true")
        {
            broken.push(format!(
                "{}: does not take the workspace's lints",
                path.display()
            ));
        }
    }
    Ok(broken)
}

fn big_files(root: &Path) -> Result<Vec<String>> {
    let mut broken = Vec::new();
    for path in files(root, "")? {
        if fs::metadata(root.join(&path))?.len() <= BIG {
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let readme = root.join(&path).with_file_name("README.md");
        let text = fs::read_to_string(readme).unwrap_or_default();
        let small = text.to_lowercase();
        if !text.contains(name.as_ref())
            || !small.contains("source")
            || !small.contains("licence")
            || !text.contains("\n    ")
        {
            broken.push(format!(
                "{}: no README.md beside it names it with its source, licence and build command",
                path.display()
            ));
        }
    }
    Ok(broken)
}

fn loose_ends(root: &Path) -> Result<Vec<String>> {
    // In two parts, so that this file does not hold them itself.
    let marks = [
        ("#[ign", "ore"),
        ("todo", "!("),
        ("unimplemented", "!("),
        ("TO", "DO"),
    ];
    let mut broken = Vec::new();
    for (path, text) in sources(root)? {
        for (number, line) in text.lines().enumerate() {
            for mark in marks.map(|(start, end)| format!("{start}{end}")) {
                if line.contains(&mark) {
                    broken.push(format!("{}:{}: {mark}", path.display(), number + 1));
                }
            }
        }
    }
    Ok(broken)
}

/// A file is reached when a file above it declares its module, or Cargo finds it by itself.
fn unreached(root: &Path) -> Result<Vec<String>> {
    let sources = sources(root)?;
    let text_of = |path: PathBuf| {
        let found = sources.binary_search_by(|(other, _)| other.as_path().cmp(&path));
        found.map(|i| sources[i].1.as_str()).unwrap_or_default()
    };
    // Each file of these folders is a program of its own, and may declare modules.
    let holds_programs = |folder: &Path| {
        let name = folder.file_name().unwrap_or_default();
        ["tests", "examples", "benches", "fuzz_targets"]
            .iter()
            .any(|other| *other == name)
    };
    let mut broken = Vec::new();
    for (path, _) in &sources {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let folder = path.parent().unwrap_or(Path::new(""));
        let (name, above) = match stem.as_ref() {
            "mod" => (
                folder.file_name().unwrap_or_default().to_string_lossy(),
                folder.parent(),
            ),
            _ => (stem.clone(), Some(folder)),
        };
        let above = above.unwrap_or(Path::new(""));
        let programs = sources.iter().map(|(file, _)| file.clone());
        let declared = ["lib.rs", "main.rs", "mod.rs"]
            .map(|file| above.join(file))
            .into_iter()
            .chain([above.with_extension("rs")])
            .chain(programs.filter(|file| {
                holds_programs(above) && file.parent() == Some(above) && file != path
            }))
            .any(|file| {
                text_of(file).lines().any(|line| {
                    let line = line.trim().trim_end_matches(';');
                    line.strip_suffix(name.as_ref())
                        .is_some_and(|start| start.ends_with("mod "))
                })
            });
        let found_by_cargo =
            matches!(stem.as_ref(), "main" | "lib" | "build") || holds_programs(folder);
        if !declared && !found_by_cargo {
            broken.push(format!("{}: no module declares it", path.display()));
        }
    }
    Ok(broken)
}

fn readme(root: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(root.join("README.md")).unwrap_or_default();
    Ok(["cargo run --release -- demo", "cargo test --workspace"]
        .iter()
        .filter(|command| !text.contains(**command))
        .map(|command| format!("README.md: does not show `{command}`"))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_of_the_house_holds() {
        for (rule, check) in CHECKS {
            let broken = check(crate::root()).unwrap();
            assert!(broken.is_empty(), "{rule}:\n{}", broken.join("\n"));
        }
    }

    /// A checkout in which every rule is broken once.
    fn broken_house() -> tempfile::TempDir {
        let house = tempfile::tempdir().unwrap();
        let package = |name: &str, import: &str| {
            format!(
                "[package]\nname = \"{name}\"\n[dependencies]\n{import}\n[lints]\nworkspace = true\n"
            )
        };
        let terms = package(
            "tollbook-terms",
            "tollbook-book.path = \"../tollbook-book\"\nserde = \"1\"",
        );
        let ignored = format!("//! Tests.\n\n#[{}ore]\nfn a() {{}}\n", "ign");
        for (path, text) in [
            (
                "Cargo.toml",
                "[workspace]\nmembers = [\"crates/tollbook-terms\", \"crates/tollbook-book\"]\n[workspace.lints]\n",
            ),
            ("README.md", "cargo test --workspace"),
            ("target/CACHEDIR.TAG", ""),
            ("target/build.rs", "no module"),
            ("crates/tollbook-terms/Cargo.toml", &terms),
            (
                "crates/tollbook-terms/src/lib.rs",
                "//! Nouns.\nconst A: &str = \"SELECT 1\";",
            ),
            ("crates/tollbook-terms/clippy.toml", "a = 1"),
            ("crates/tollbook-reader/clippy.toml", "a = 1"),
            ("crates/tollbook-linker/clippy.toml", "a = 2"),
            ("crates/tollbook-formats/clippy.toml", "a = 1"),
            (
                "crates/tollbook-book/Cargo.toml",
                &package("tollbook-book", ""),
            ),
            ("crates/tollbook-book/src/lib.rs", "mod pack;"),
            ("crates/tollbook-book/src/pack.rs", &ignored),
            (
                "crates/tollbook-book/src/sql/mod.rs",
                "//! No module declares it.\n",
            ),
            ("crates/tollbook-book/big.bin", &" ".repeat(1_000_001)),
        ] {
            let path = house.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        house
    }

    #[test]
    fn every_rule_is_seen_to_be_broken_where_it_is() {
        let house = broken_house();
        let found = CHECKS.iter().map(|(_, check)| check(house.path()).unwrap());
        assert_eq!(
            found.collect::<Vec<_>>(),
            [
                ["tollbook-terms: imports tollbook-book"],
                ["ARCHITECTURE.md: does not name serde"],
                ["crates/tollbook-terms/src/lib.rs:2: SQL"],
                ["crates/tollbook-book/src/lib.rs: does not open with //!"],
                ["crates/tollbook-linker/clippy.toml: differs from that of terms"],
                [
                    "crates/tollbook-book/big.bin: no README.md beside it names it with its source, \
                  licence and build command"
                ],
                [&*format!(
                    "crates/tollbook-book/src/pack.rs:3: #[{}ore",
                    "ign"
                )],
                ["crates/tollbook-book/src/sql/mod.rs: no module declares it"],
                ["README.md: does not show `cargo run --release -- demo`"],
            ]
        );
    }
}

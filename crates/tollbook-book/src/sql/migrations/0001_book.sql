-- The book. Tables are of three kinds, told apart by their names:
--   kept_…  what was added and decided: rows are appended, never changed, never deleted;
--   made_…  what is derived from it: `tollbook rebuild` makes these again from the kept ones;
--   views   (report, claim, incident, …) are for reading with sqlite3, Datasette and the like.
-- Hashes are SHA-256 in hexadecimal digits. Times are RFC 3339 in UTC, days are ISO 8601.

-- Every version of every report.
CREATE TABLE kept_report (
  nr           INTEGER PRIMARY KEY,   -- 1, 2, 3 … in the order of adding, without a gap
  report       TEXT NOT NULL,         -- id of the report
  version      INTEGER NOT NULL,      -- 1, 2, 3 … of this report
  bytes        BLOB NOT NULL,         -- the raw bytes, zstd
  text         BLOB,                  -- the text decoded from them, zstd; NULL where it is the bytes
  metadata     TEXT NOT NULL,         -- JSON: all that is known of the report but its id and text
  source       TEXT NOT NULL,         -- file that it was read from, as it was named
  bytes_hash   TEXT NOT NULL,         -- of the raw bytes
  text_hash    TEXT NOT NULL,         -- of the text
  title_hash   TEXT,                  -- of the title
  content_hash TEXT NOT NULL,         -- of bytes, text, metadata and source as stored
  added_at     TEXT NOT NULL,
  addition     INTEGER NOT NULL,      -- which run of `add` brought it: 1, 2, 3 …
  row_hash     TEXT NOT NULL,         -- of the row before and of this row, its contents by content_hash
  UNIQUE (report, version)
) STRICT;

-- What people decided: each row carries the hash of the one before it.
CREATE TABLE kept_decision (
  nr         INTEGER PRIMARY KEY,     -- 1, 2, 3 … without a gap
  previous   TEXT NOT NULL,           -- hash of the decision before; zeros for the first
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  reason     TEXT NOT NULL,
  act        TEXT NOT NULL,           -- JSON: what was done, and to what
  hash       TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER kept_report_is_never_changed BEFORE UPDATE ON kept_report
BEGIN SELECT RAISE(ABORT, 'a report is never changed: add a new version'); END;
CREATE TRIGGER kept_report_is_never_deleted BEFORE DELETE ON kept_report
BEGIN SELECT RAISE(ABORT, 'a report is never deleted: reject it'); END;
CREATE TRIGGER kept_decision_is_never_changed BEFORE UPDATE ON kept_decision
BEGIN SELECT RAISE(ABORT, 'a decision is never changed: undo it'); END;
CREATE TRIGGER kept_decision_is_never_deleted BEFORE DELETE ON kept_decision
BEGIN SELECT RAISE(ABORT, 'a decision is never deleted: undo it'); END;

-- What the made tables were made from. Where it is not what is kept, they are behind.
CREATE TABLE made_stamp (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a reader made of each version of a report.
CREATE TABLE made_reading (
  nr          INTEGER PRIMARY KEY REFERENCES kept_report,
  reader      TEXT NOT NULL,          -- version of the reader
  unread      TEXT,                   -- why it was not read, where it was not
  claims      BLOB NOT NULL,          -- JSON list of the claims with their reasons, zstd
  claim_count INTEGER NOT NULL,
  signature   BLOB NOT NULL,          -- what copies of the text are found by
  hash        TEXT NOT NULL           -- of that JSON, and of the row
) STRICT;

-- The claims of each version of a report, with the decisions about them applied.
CREATE TABLE made_claim (
  nr          INTEGER NOT NULL REFERENCES kept_report,
  position    INTEGER NOT NULL,       -- 1, 2, 3 … in the order of reading
  id          TEXT NOT NULL,          -- short id
  rejected_by TEXT,                   -- short ids of decisions
  confirmed_by TEXT,
  corrected   TEXT NOT NULL,          -- JSON list of [field, short id of the decision]
  effect      TEXT NOT NULL,
  low         INTEGER NOT NULL,
  high        INTEGER,                -- NULL is open
  basis       TEXT NOT NULL,
  categories  TEXT NOT NULL,          -- with commas between
  scope       TEXT NOT NULL,
  modality    TEXT NOT NULL,
  cause       TEXT NOT NULL,
  relation    TEXT NOT NULL,
  event       TEXT,
  from_day    TEXT,
  to_day      TEXT,
  place       TEXT,
  country     TEXT,
  means       TEXT NOT NULL,          -- with commas between
  perpetrator TEXT,                   -- neutral id of the alleged perpetrator
  claimant    TEXT,                   -- words for whoever says so; NULL where the outlet does
  affiliation TEXT,                   -- where whoever says so stands
  claim       TEXT NOT NULL,          -- JSON of the whole claim, its quote among it
  PRIMARY KEY (nr, position)
) STRICT;
CREATE INDEX made_claim_by_id ON made_claim (id);

-- Words of each version of a report, for searching.
CREATE TABLE made_text (
  nr     INTEGER PRIMARY KEY REFERENCES kept_report,
  title  TEXT NOT NULL,
  text   TEXT NOT NULL,
  folded TEXT NOT NULL                -- both again in plain letters, where that is something else
) STRICT;
CREATE VIRTUAL TABLE made_search USING fts5 (
  title, text, folded,
  content = 'made_text', content_rowid = 'nr', tokenize = 'unicode61 remove_diacritics 2'
);

-- Each report, by the version of it that stands.
CREATE TABLE made_report (
  report      TEXT PRIMARY KEY,
  id          TEXT NOT NULL,          -- short id
  nr          INTEGER NOT NULL UNIQUE REFERENCES kept_report, -- newest version that is not rejected, else newest
  first_nr    INTEGER NOT NULL,       -- version 1
  versions    INTEGER NOT NULL,
  rejected_by TEXT,                   -- where every version is rejected: short id of the decision
  confirmed_by TEXT,
  outlet      TEXT,
  title       TEXT,
  published   TEXT,
  url         TEXT,
  language    TEXT,
  family      TEXT NOT NULL,          -- id of the first report that has the same or nearly the same text
  copies      INTEGER NOT NULL        -- reports in its family, itself among them
) STRICT, WITHOUT ROWID;
CREATE INDEX made_report_by_id ON made_report (id);
CREATE INDEX made_report_by_family ON made_report (family);

CREATE TABLE made_incident (
  position    INTEGER PRIMARY KEY,    -- 1, 2, 3 … in the order of adding
  id          TEXT NOT NULL,          -- short id
  from_day    TEXT,
  to_day      TEXT,
  places      TEXT NOT NULL,          -- with " / " between
  countries   TEXT NOT NULL,          -- with commas between
  reports     INTEGER NOT NULL,
  contested   INTEGER NOT NULL,       -- 1 where it is denied or blamed on different actors
  one_sided   TEXT,                   -- the side on which all claimants stand, where that is one
  confirmed_by TEXT,
  incident    TEXT NOT NULL           -- JSON of the whole incident
) STRICT;
CREATE INDEX made_incident_by_id ON made_incident (id);

CREATE TABLE made_incident_claim (
  place    INTEGER NOT NULL REFERENCES made_incident, -- position of the incident
  claim    TEXT NOT NULL,             -- short id
  PRIMARY KEY (place, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX made_incident_claim_by_claim ON made_incident_claim (claim);

CREATE TABLE made_figure (
  place    INTEGER NOT NULL REFERENCES made_incident, -- position of the incident
  position INTEGER NOT NULL,          -- 1, 2, 3 … of its figures
  effect   TEXT NOT NULL,
  cause    TEXT NOT NULL,
  category TEXT,                      -- NULL is all people or objects
  low      INTEGER NOT NULL,
  best     INTEGER NOT NULL,
  high     INTEGER,                   -- NULL is open
  grade    TEXT NOT NULL,
  claimants TEXT NOT NULL,            -- with "; " between
  PRIMARY KEY (place, position)
) STRICT, WITHOUT ROWID;

-- What no incident holds: totals, and claims of no event.
CREATE TABLE made_beside (
  kind     TEXT NOT NULL,             -- cumulative, background, apart
  position INTEGER NOT NULL,          -- 1, 2, 3 … of the kind
  claim    TEXT NOT NULL,             -- short id of the claim
  beside   TEXT NOT NULL,             -- JSON of the total, or of the claim that stands apart
  PRIMARY KEY (kind, position)
) STRICT, WITHOUT ROWID;

-- What became of each decision.
CREATE TABLE made_decision (
  nr        INTEGER PRIMARY KEY REFERENCES kept_decision,
  id        TEXT NOT NULL,            -- short id
  act       TEXT NOT NULL,            -- confirm, correct, reject, set_party, drop_party, undo
  about     TEXT NOT NULL,            -- claim, incident, report, party, decision
  undone_by TEXT,                     -- short id of the decision that undoes it
  found     INTEGER NOT NULL          -- 0 where what it is about is no longer there
) STRICT;
CREATE INDEX made_decision_by_id ON made_decision (id);

-- The parties, as the decisions leave them.
CREATE TABLE made_party (
  id    TEXT PRIMARY KEY,
  party TEXT NOT NULL                 -- JSON
) STRICT, WITHOUT ROWID;

CREATE VIEW report AS -- Each report, by the version of it that stands.
SELECT r.id, r.report, k.version, r.versions, r.outlet, r.title, r.published, r.url, r.language,
  k.added_at, d.unread, d.claim_count AS claims, r.rejected_by, r.confirmed_by, r.family, r.copies,
  k.bytes_hash, k.text_hash, t.text
FROM made_report r JOIN kept_report k USING (nr) JOIN made_reading d USING (nr) JOIN made_text t USING (nr);

CREATE VIEW report_version AS -- Every version of every report.
SELECT k.report, k.version, k.added_at, k.addition, k.source, k.bytes_hash, k.text_hash, d.reader,
  d.unread, d.claim_count AS claims, k.metadata, r.nr IS NOT NULL AS stands
FROM kept_report k LEFT JOIN made_reading d USING (nr) LEFT JOIN made_report r USING (nr);

CREATE VIEW claim AS -- The claims of the versions that stand, with the decisions about them applied.
SELECT c.id, r.report, r.outlet, r.published, c.effect, c.low, c.high, c.basis, c.categories, c.scope,
  c.modality, c.cause, c.relation, c.event, c.from_day, c.to_day, c.place, c.country, c.means,
  c.perpetrator AS alleged_perpetrator, c.claimant, c.affiliation,
  json_extract(c.claim, '$.number.text') AS number, json_extract(c.claim, '$.quote.text') AS quote,
  (SELECT i.id FROM made_incident_claim m JOIN made_incident i ON i.position = m.place
    WHERE m.claim = c.id) AS incident,
  coalesce(c.rejected_by, r.rejected_by) AS rejected_by, c.confirmed_by, c.corrected, c.claim
FROM made_report r JOIN made_claim c USING (nr);

CREATE VIEW incident AS -- What all reports say about one event.
SELECT id, from_day, to_day, places, countries, reports, contested, one_sided, confirmed_by, incident
FROM made_incident;

CREATE VIEW incident_claim AS -- Which claims tell of which incident.
SELECT i.id AS incident, m.claim
FROM made_incident_claim m JOIN made_incident i ON i.position = m.place;

CREATE VIEW figure AS -- How many were harmed in an incident, by effect, cause and category.
SELECT i.id AS incident, f.effect, f.cause, f.category, f.low, f.best, f.high, f.grade, f.claimants
FROM made_figure f JOIN made_incident i ON i.position = f.place;

CREATE VIEW beside AS -- Totals that no incident holds, and claims of no event.
SELECT kind, claim, beside FROM made_beside;

CREATE VIEW decision AS -- What people decided, and what became of it.
SELECT m.id, k.nr, k.decided_at, k.decided_by, m.act, m.about, k.reason, m.undone_by, m.found,
  k.act AS act_json, k.previous, k.hash
FROM kept_decision k LEFT JOIN made_decision m USING (nr);

CREATE VIEW party AS -- The parties, as the decisions leave them.
SELECT id, party FROM made_party;

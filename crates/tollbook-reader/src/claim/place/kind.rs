//! Nouns that say what kind of place a name names, and how wide it is.

/// How wide a place is, the narrowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Breadth {
    /// A building, a street, a camp, a quarter.
    Spot,
    /// A town or village.
    Town,
    /// A province, a landscape.
    Region,
    /// A country.
    Country,
}

/// Returns how wide the place is that the noun names.
pub(super) fn kind_noun(lower: &str) -> Option<Breadth> {
    if let Some(breadth) = singular(lower) {
        return Some(breadth);
    }
    let one = lower.strip_suffix("ies").map(|stem| format!("{stem}y"));
    match one {
        Some(one) => singular(&one),
        None => lower.strip_suffix('s').and_then(singular),
    }
}

fn singular(lower: &str) -> Option<Breadth> {
    match lower {
        "airport" | "airfield" | "airstrip" | "airbase" | "avenue" | "bakery" | "bank" | "bar"
        | "barracks" | "base" | "bazaar" | "beach" | "boulevard" | "bridge" | "building"
        | "cafe" | "camp" | "campus" | "cathedral" | "cemetery" | "checkpoint" | "church"
        | "cinema" | "circle" | "clinic" | "club" | "college" | "compound" | "consulate"
        | "courthouse" | "crossing" | "crossroads" | "dam" | "district" | "embassy" | "farm"
        | "garage" | "garrison" | "harbour" | "harbor" | "headquarters" | "highway"
        | "hospital" | "hotel" | "house" | "intersection" | "jail" | "junction" | "kibbutz"
        | "lane" | "mall" | "market" | "marketplace" | "mine" | "mosque" | "motorway"
        | "museum" | "nightclub" | "neighbourhood" | "neighborhood" | "outpost" | "palace"
        | "park" | "parliament" | "plant" | "plaza" | "port" | "prison" | "quarter" | "ranch"
        | "refinery" | "restaurant" | "road" | "roundabout" | "school" | "shrine" | "square"
        | "stadium" | "station" | "street" | "suburb" | "synagogue" | "temple" | "terminal"
        | "theatre" | "theater" | "tower" | "tunnel" | "university" | "ward" | "yard"
        | "estate" | "favela" | "slum" | "monastery" | "seminary" | "site" | "flyover"
        | "overpass" | "underpass" | "plantation" | "factory" | "mill" | "warehouse" | "depot"
        | "dump" | "landfill" | "quarry" | "oilfield" | "gasfield" | "pass" | "substation"
        | "kindergarten" | "orphanage" | "arena" | "ghetto" | "shelter" | "pier" | "jetty"
        | "wharf" | "dock" | "dockyard" | "reservoir" | "expressway" | "pipeline" | "residence"
        | "apartment" | "mansion" | "villa" | "store" | "supermarket" | "fort" | "fortress"
        | "citadel" | "bypass" | "interchange" | "promenade" | "canal" | "block" | "hostel"
        | "dormitory" | "colony" | "subway" | "metro" | "chapel" | "convent" | "abbey"
        | "madrasa" | "madrassa" | "madrasah" => Some(Breadth::Spot),
        "city" | "town" | "village" | "hamlet" | "settlement" | "township" | "municipality"
        | "commune" | "locality" | "borough" | "moshav" | "capital" | "canton" | "parish"
        | "community" | "enclave" | "resort" | "stronghold" | "bastion" | "hub" | "hotspot"
        | "metropolis" => Some(Breadth::Town),
        "region" | "province" | "governorate" | "county" | "state" | "area" | "valley"
        | "department" | "prefecture" | "oblast" | "raion" | "island" | "archipelago"
        | "peninsula" | "mountain" | "desert" | "coast" | "strip" | "division" | "tehsil"
        | "subdistrict" | "basin" | "delta" | "plateau" | "hill" | "territory" | "sea" | "gulf"
        | "strait" | "ridge" | "heights" | "lake" | "river" | "forest" | "gorge" | "sector"
        | "zone" | "atoll" | "countryside" | "bay" | "jungle" | "frontier" | "axis" | "swamp"
        | "marsh" | "steppe" | "foothill" | "highland" | "lowland" | "corridor" | "rainforest"
        | "woods" => Some(Breadth::Region),
        _ => None,
    }
}

/// Words that tell a part of a place: "the outskirts of Ostra".
pub(super) fn is_part(lower: &str) -> bool {
    matches!(
        lower,
        "outskirts"
            | "outskirt"
            | "centre"
            | "center"
            | "heart"
            | "part"
            | "parts"
            | "side"
            | "edge"
            | "suburbs"
            | "streets"
            | "vicinity"
            | "environs"
            | "countryside"
            | "half"
            | "tip"
            | "coast"
            | "surroundings"
            | "entrance"
            | "gate"
            | "gates"
    )
}

/// Directions: "northern Ostra", "west of Ostra".
pub(super) fn is_direction(lower: &str) -> bool {
    let lower = lower.strip_suffix("ern").unwrap_or(lower);
    matches!(
        lower,
        "north"
            | "south"
            | "east"
            | "west"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "central"
            | "greater"
            | "downtown"
            | "upper"
            | "lower"
            | "rural"
            | "coastal"
            | "mid"
    )
}

"""Pictures of a library, as SVG that stands on its own: no script, no font or picture from elsewhere."""

"""Material: YAML and front matter to text values with file, line and column; the only importer of yaml."""

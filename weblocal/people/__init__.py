"""Material: phone and mail address normal forms, and careful matching of persons."""

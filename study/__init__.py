"""What the report knows: its records, its rules and its two languages. Free of MkDocs and of HTML."""

"""The steps of the secretariat: candidate, approval, publication, assembly; each whole or not at all."""

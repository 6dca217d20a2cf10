"""The records of `data/`: what a file may say. One module per family of records."""

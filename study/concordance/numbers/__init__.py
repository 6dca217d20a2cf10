"""Whether every number, percentage, date, year, amount and range stands in both languages."""

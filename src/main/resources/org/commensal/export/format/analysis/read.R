
# 1. Reading: cells are texts until a number is asked for, so that no code becomes one by chance.
read <- function(name) {
  file <- paste0(name, ".csv")
  if (!file.exists(file)) return(NULL)
  cells <- utils::read.csv(file, colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
  # A text that a spreadsheet would run has an apostrophe before it in the file.
  cells[] <- lapply(cells, function(cell) sub("^'(?=[=+@\t\r-])", "", cell, perl = TRUE))
  cells
}
participants <- read("participants")
endpoints <- read("endpoints")
factors <- read("factors") # by which subjects were randomised; there is no such table without stratification or minimisation
randomised <- participants[participants$stage == "randomised", ] # intention to treat: everybody who was randomised
told <- "arm" %in% names(participants)
arms <- if (told) sort(unique(randomised$arm)) else character() # without those who have none, whom sort() leaves out

options(width = 160)
dir.create("results", showWarnings = FALSE)
report <- file("results/analysis.txt", "w")
say <- function(...) for (out in list(stdout(), report)) writeLines(paste0(...), out)
show <- function(title, table, name) {
  say("\n", title)
  say(utils::capture.output(print(table, digits = 4, row.names = FALSE)))
  utils::write.csv(table, file.path("results", paste0(name, ".csv")), row.names = FALSE, na = "")
}
# Applies a function to the rows of each arm, and to all of them.
by_arm <- function(rows, f) {
  sets <- c(lapply(stats::setNames(nm = arms), function(arm) rows[which(rows$arm == arm), ]), list(all = rows))
  data.frame(lapply(sets, f), check.names = FALSE)
}
# One row for each randomised subject, with what an outcome was; its baseline and factors are the covariates.
analysis_set <- function(outcome) {
  at <- endpoints[endpoints$outcome == outcome$id & endpoints$at_baseline == "false", ]
  at <- at[match(randomised$subject, at$subject), ]
  data <- data.frame(
    subject = randomised$subject, arm = factor(if (told) randomised$arm else rep(NA, nrow(randomised)), levels = arms),
    y = as.numeric(at[[outcome$column]]), baseline = as.numeric(at$baseline))
  if (outcome$column == "value" && all(is.na(data$baseline))) data$baseline <- NULL # it has none
  levels <- factors[match(randomised$subject, factors$subject), names(factors) != "subject", drop = FALSE]
  if (is.null(levels)) return(data)
  names(levels) <- make.names(paste0("factor.", names(levels)))
  cbind(data, lapply(levels, factor))
}

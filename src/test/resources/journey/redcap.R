# Reads a form of a release as REDCapR does, and compares every cell with the CSV file of the release.
# Rscript redcap.R ADDRESS TOKEN check.csv
asked <- commandArgs(trailingOnly = TRUE)
form <- gsub("[^a-z0-9]+", "_", tolower(sub("[.]csv$", "", basename(asked[3]))))
fetch <- function(...) {
  sent <- c(token = asked[2], format = "csv", ...)
  fields <- c(rbind("--data-urlencode", shQuote(paste0(names(sent), "=", sent))))
  answer <- system2("curl", c("-sS", "--fail", fields, asked[1]), stdout = TRUE)
  read.csv(text = answer, colClasses = "character", check.names = FALSE, na.strings = character())
}
names <- fetch(content = "exportFieldNames")
subjects <- unique(fetch(content = "record", type = "flat", fields = "subject", filterLogic = "")$subject)
batches <- split(subjects, (seq_along(subjects) - 1) %/% 3)
rows <- do.call(rbind, lapply(batches, function(batch) {
  fetch(content = "record", type = "flat", records = paste(batch, collapse = ","), forms = form, rawOrLabel = "raw")
}))
stopifnot(setdiff(names(rows), names$export_field_name) %in%
  c("redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance"))
released <- read.csv(asked[3], colClasses = "character", check.names = FALSE, na.strings = character())
stopifnot(nrow(rows) == nrow(released), nrow(rows) > 0)
rows <- rows[order(rows$subject, rows$redcap_event_name), ]
released <- released[order(released$subject, released$event), ]
codes <- c("not-applicable" = "NASK", skipped = "SKIP", refused = "REFU", unknown = "ASKU")
compared <- 0
for (name in setdiff(names(released), "event")) {
  field <- if (name %in% names(rows)) name else paste0(form, "_", name)
  expected <- released[[name]]
  expected[expected == "true"] <- "1"
  expected[expected == "false"] <- "0"
  why <- released[[paste0(name, "_missing")]]
  if (!is.null(why)) expected <- ifelse(expected == "" & why != "", codes[why], expected)
  options <- grep(paste0("^", name, "___"), names(rows), value = TRUE)
  read <- if (length(options) == 0) rows[[field]] else {
    codes_of <- sub(".*___", "", options)
    expected <- gsub("[^a-z0-9;]", "_", tolower(released[[name]]))
    apply(rows[options] == "1", 1, function(ticked) paste(codes_of[ticked], collapse = ";"))
  }
  stopifnot(unname(expected) == unname(read))
  compared <- compared + length(expected)
}
stopifnot(paste0(tolower(released$event), "_arm_1") == rows$redcap_event_name, rows[[paste0(form, "_complete")]] == "2")
cat("all cells are equal: ", compared, "\n", sep = "")

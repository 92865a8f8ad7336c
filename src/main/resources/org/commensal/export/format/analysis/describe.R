
# 2. Flow of subjects (CONSORT), from consent on.
with_value <- function(rows, outcome) {
  at <- endpoints[endpoints$outcome == outcome$id & endpoints$at_baseline == "false", ]
  sum(rows$subject %in% at$subject[!is.na(at[[outcome$column]])])
}
day <- function(rows, name) if (is.null(rows[[name]])) NA else sum(!is.na(rows[[name]]))
counts <- by_arm(randomised, function(rows) c(
  nrow(rows), day(rows, "intervention_stopped_day"), day(rows, "follow_up_stopped_day"),
  vapply(outcomes, function(outcome) with_value(rows, outcome), 0L)))
before <- c(nrow(participants), sum(participants$stage != "consented"))
of_all <- data.frame(matrix(NA, 2, length(arms), dimnames = list(NULL, arms)), all = before, check.names = FALSE)
counts <- rbind(of_all, counts)
steps <- c("consented", "enrolled", "randomised", "stopped the intervention", "stopped follow-up",
  vapply(outcomes, function(outcome) paste("with", outcome$id), ""))
show("Flow of the subjects in this release", cbind(step = steps, counts), "flow")
screened <- read("flow") # also of those who are in no other table: who did not consent, or stopped the use of their data
if (!is.null(screened)) show("Flow of all who were screened", screened, "screening")
if (told && anyNA(randomised$arm)) say("Randomised without an arm in this release: ", sum(is.na(randomised$arm)))

# 3. Baseline by arm. No p-values: what differs between randomised arms at baseline does so by chance (CONSORT 2025).
spread <- function(x) {
  x <- x[!is.na(x)]
  if (length(x) == 0) return("-")
  f <- function(value) sprintf("%.2f", value)
  paste0(f(mean(x)), " (", f(stats::sd(x)), "), ", f(stats::median(x)), " [", f(min(x)), "; ", f(max(x)), "], ", length(x))
}
share <- function(n, of) if (of == 0) "-" else sprintf("%d (%.1f %%)", n, 100 * n / of)
measured <- endpoints[endpoints$at_baseline == "true" & endpoints$subject %in% randomised$subject, ]
measured <- measured[!duplicated(measured[c("subject", "variable", "event")]), ]
keys <- unique(measured[c("variable", "event")])
numbers <- lapply(seq_len(nrow(keys)), function(i) {
  rows <- merge(keys[i, ], measured)
  value <- function(set) spread(as.numeric(rows$value[match(set$subject, rows$subject)]))
  cbind(variable = keys$variable[i], level = "mean (SD), median [range], n", by_arm(randomised, value))
})
levels_of <- lapply(setdiff(names(factors), "subject"), function(name) {
  level <- factors[[name]][match(randomised$subject, factors$subject)]
  do.call(rbind, lapply(sort(unique(level)), function(one) cbind(variable = name, level = one,
    by_arm(randomised, function(set) share(sum(level[match(set$subject, randomised$subject)] == one, na.rm = TRUE), nrow(set))))))
})
table1 <- do.call(rbind, c(levels_of, numbers))
if (nrow(randomised) > 0 && !is.null(table1)) show("Baseline", table1, "baseline") else say("\nNobody to describe at baseline.")

# 4. The outcome as it was observed, and why it is not there.
describe <- function(outcome) {
  at <- endpoints[endpoints$outcome == outcome$id & endpoints$at_baseline == "false", ]
  keys <- unique(at[order(at$event, at$variable), c("variable", "event")])
  rows <- lapply(seq_len(nrow(keys)), function(i) {
    own <- merge(keys[i, ], at)
    found <- function(set) own[match(set$subject, own$subject), ]
    why <- paste0(outcome$column, "_missing")
    reasons <- sort(unique(stats::na.omit(found(randomised)[[why]])))
    value <- by_arm(randomised, function(set) spread(as.numeric(found(set)[[outcome$column]])))
    missing <- lapply(reasons, function(reason) by_arm(randomised, function(set) sum(found(set)[[why]] == reason, na.rm = TRUE)))
    cbind(keys[i, ], what = c("mean (SD), median [range], n", paste("missing:", reasons))[seq_len(1 + length(reasons))],
      do.call(rbind, c(list(value), missing)), row.names = NULL)
  })
  title <- paste0("Observed: ", outcome$name, " (", outcome$column, ")")
  if (length(rows) > 0) show(title, do.call(rbind, rows), paste0(outcome$id, "-observed"))
}

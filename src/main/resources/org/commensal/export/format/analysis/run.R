
# 6. All of it, outcome by outcome.
for (outcome in outcomes) {
  describe(outcome)
  several <- length(unique(endpoints$variable[endpoints$outcome == outcome$id & endpoints$at_baseline == "false"])) > 1
  if (nrow(randomised) == 0) {
    say("\nNobody was randomised: no analysis.")
  } else if (several || is.null(outcome$analysis)) {
    say("\nNo comparison of ", outcome$id, ": ", if (is.null(outcome$reason)) "it has several values a subject." else outcome$reason)
  } else if (!told) {
    say("\nThis release tells no arms. A comparison needs a release with masked arms, once the data are locked.")
  } else {
    match.fun(outcome$analysis)(outcome)
  }
}
close(report)

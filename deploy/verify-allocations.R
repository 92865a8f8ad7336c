#!/usr/bin/env Rscript
# Verifies the revealed allocation ledger of a trial:  Rscript verify-allocations.R LEDGER.zip|FOLDER
# Of a trial with several schemes each has a folder; then this program runs itself on each, and says which place it has.
# A second program beside commensal-cli, written from the decision pages 0004, 0021, 0025 and 0026 alone. Base R and digest.
suppressPackageStartupMessages(library(digest))
invisible(suppressWarnings(Sys.setlocale("LC_CTYPE", "C.UTF-8")))
folder <- commandArgs(TRUE)[1]; place <- c(commandArgs(TRUE), "only")[2]
if (grepl("[.]zip$", folder)) folder <- { to <- tempfile(); unzip(folder, exdir = to); to }
schemes <- if (!file.exists(file.path(folder, "scheme.json"))) grep("^scheme-[0-9]{2}$", list.files(folder), value = TRUE)
if (length(schemes)) {                                           # 0026, Reveal
  count <- max(as.integer(substring(schemes, 8))); self <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
  found <- vapply(seq_len(count), function(n) {
    name <- sprintf("scheme-%02d", n)
    said <- suppressWarnings(system2(file.path(R.home("bin"), "Rscript"), shQuote(c(self, file.path(folder, name), if (n < count) "earlier" else "last")), stdout = TRUE))
    writeLines(paste0(name, ": ", said))
    if (is.null(attr(said, "status"))) 0 else 1
  }, 0)
  quit(status = max(found))
}
faults <- character()
fault <- function(file, line, what) faults <<- c(faults, paste0(file, if (line > 0) paste0(":", line), ": ", what, "."))
end <- function(fine) {
  writeLines(if (length(faults)) c(faults, paste(length(faults), if (length(faults) == 1) "fault." else "faults.")) else fine)
  quit(status = min(length(faults), 1))
}
lines_of <- function(file) {
  path <- file.path(folder, file)
  if (file.exists(path)) sub("\r$", "", readLines(path, encoding = "UTF-8", warn = FALSE)) else character()
}
named <- function(file, name) {                                  # the line of "name: value", and the value
  lines <- lines_of(file); at <- which(startsWith(lines, paste0(name, ": ")))
  if (length(at)) list(line = at[1], value = substring(lines[at[1]], nchar(name) + 3)) else list(line = 0, value = "")
}
cells <- function(line) {
  if (grepl("\"", line)) suppressWarnings(scan(text = line, what = "", sep = ",", quote = "\"", quiet = TRUE, na.strings = character()))
  else strsplit(paste0(line, ",#"), ",", fixed = TRUE)[[1]][seq_len(lengths(gregexpr(",", line, fixed = TRUE)) * grepl(",", line) + 1)]
}

# Bytes, hashes, draws (0004, Binding and Draws)
utf8 <- function(text) charToRaw(enc2utf8(text))
big <- function(n, size) as.raw(n %/% 256^((size - 1):0) %% 256)
prefixed <- function(texts) as.raw(unlist(lapply(texts, function(t) as.integer(c(big(length(utf8(t)), 4), utf8(t))))))
hash <- function(x) digest(x, "sha256", serialize = FALSE, raw = TRUE)
mac <- function(key, x) hmac(key, x, "sha256", serialize = FALSE, raw = TRUE)
hex <- function(x) paste(as.character(x), collapse = "")
unhex <- function(text) as.raw(strtoi(substring(text, seq(1, 63, 2), seq(2, 64, 2)), 16))
generator <- function(key, i, label) {                           # HMAC_DRBG, SP 800-90A 10.1.2
  K <- raw(32); V <- as.raw(rep(1, 32))
  step <- function(round, data) { K <<- mac(K, c(V, as.raw(round), data)); V <<- mac(K, V) }
  step(0, data <- c(key, big(i, 8), big(0, 8), utf8(label))); step(1, data)
  function() { V <<- mac(K, V); word <- V[1:8]; step(0, raw()); word }
}
modulo <- function(bits, n) Reduce(function(r, bit) {            # Horner over bits, exact in doubles for n up to 2^53
  r <- if (r >= n - r) r - (n - r) else r + r
  if (bit && r == n - 1) 0 else r + bit
}, bits, 0)
bits_of <- function(bytes) as.integer(matrix(rawToBits(bytes), 8)[8:1, ])
below <- function(key, i, label, n) {                            # the number drawn, and how many words it took
  word <- generator(key, i, label); spare <- modulo(c(1, rep(0, 64)), n); words <- 0
  repeat {
    w <- word(); words <- words + 1
    if (sum(as.integer(xor(w, as.raw(255))) * 256^(7:0)) >= spare) return(c(modulo(bits_of(w), n), words))
  }
}
first_above <- function(weights, pick) which(cumsum(weights) > pick)[1]

# The weights of the methods (0004, Weights). Of a stream: n in each arm so far, counts of each level and arm, the last
# weights and arm; r is the ratio, K its length, one what a participant adds to the adjusted count of an arm.
gcd <- function(a, b) if (b == 0) a else gcd(b, a %% b)
coin <- function(n, fewer, more) if (n[1] == n[2]) c(1, 1) else ifelse(n == min(n), fewer, more)
fraction <- function(text) c(as.numeric(strsplit(text, "/")[[1]]), 1)[1:2]
minimised <- function(past, at, draw) {
  if (past$i < s$`simple-first`) return(r)
  rows <- lapply(seq_along(at), function(f) past$counts[[f]][at[f], ])
  importance <- as.numeric(unlist(s$`factor-weights`[factors]))
  if (s$`overall-total`) { rows <- c(rows, list(past$n)); importance <- c(importance, 1) }
  score <- function(n, arm) {
    v <- n * one; if (s$measure == "marginal-totals") return(v[arm])
    v[arm] <- v[arm] + one[arm]
    if (s$measure == "range") max(v) - min(v) else K * sum(v^2) - sum(v)^2
  }
  scores <- vapply(seq_len(K), function(arm) sum(importance * vapply(rows, score, 0, arm)), 0)
  best <- scores == min(scores); if (all(best)) return(r)
  if (identical(s$ties, "rank") && sum(best) > 1) best <- seq_len(K) == which(best)[draw("tie", sum(best)) + 1]
  p <- fraction(s$probability)
  w <- ifelse(best, p[1] * sum(r[!best]), (p[2] - p[1]) * sum(best) * r)
  w / Reduce(gcd, w)
}
blocks <- function(past, draw) {
  left <- past$weights - (seq_len(K) == past$arm)
  if (past$i > 0 && sum(left) > 0) return(left)
  sizes <- unlist(s$`block-sizes`); each <- if (is.null(s$`block-size-weights`)) rep(1, length(sizes)) else unlist(s$`block-size-weights`)
  r * sizes[first_above(each, draw("block-size", sum(each)))] / sum(r)
}
within <- function(n) max(n * one) - min(n * one) <= s$limit * max(one * r)
known_ways <- new.env()
ways <- function(n) {                                            # sequences that go on from these counts to the end
  if (sum(n) == s$length) return(as.numeric(s$end == "free" || all(n * sum(r) == r * s$length)))
  name <- paste(n, collapse = " ")
  if (is.null(known_ways[[name]])) assign(name, sum(go_on(n)), known_ways)
  known_ways[[name]]
}
go_on <- function(n) vapply(seq_len(K), function(arm) { m <- n + (seq_len(K) == arm); if (within(m)) ways(m) else 0 }, 0)
weights_of <- function(past, at, stream, draw) { n <- past$n; switch(scheme$method,
  `complete-randomisation` = r,
  `permuted-blocks` = blocks(past, draw),
  `block-urn` = r * (s$lambda + min(n %/% r)) - n,
  `big-stick` = ifelse(vapply(seq_len(K), function(a) (n[a] + 1) * one[a] - min((n * one)[-a]) > s$limit * max(one * r), TRUE), 0, r),
  efron = coin(n, fraction(s$probability)[1], -diff(rev(fraction(s$probability)))),
  chen = if (abs(diff(n)) >= s$limit) as.numeric(n == min(n)) else coin(n, fraction(s$probability)[1], -diff(rev(fraction(s$probability)))),
  `adjustable-coin` = coin(n, max(1, abs(diff(n)))^s$exponent, 1),
  `wei-urn` = if (past$i + s$alpha == 0) rep(1, K) else s$alpha + s$beta * (past$i - n),
  `maximal-procedure` = go_on(past$n - past$start),
  minimisation = minimised(past, at, draw),
  list = as.numeric(arms == listed[[stream]][past$i + 1])) }

# The files
for (file in c("scheme.json", "commitment.txt", "contributions.csv", "seed.txt", "ledger.csv"))
  if (!file.exists(file.path(folder, file))) fault(file, 0, "the file is missing")
if (length(faults)) end("")
json <- rawToChar(readBin(file.path(folder, "scheme.json"), "raw", 1e6)); Encoding(json) <- "UTF-8"
tokens <- regmatches(json, gregexpr("\"([^\"\\\\]|\\\\.)*\"|[][{}:,]|-?[0-9]+|true|false", json))[[1]]
meaning <- c(`{` = "list(", `[` = "list(", `}` = ")", `]` = ")", `:` = "=", `true` = "TRUE", `false` = "FALSE")
scheme <- if (identical(paste(tokens, collapse = ""), json))
  try(eval(parse(text = paste(ifelse(tokens %in% names(meaning), meaning[tokens], tokens), collapse = ""), keep.source = FALSE)), silent = TRUE)
listed <- lapply(lines_of("list.csv")[-1], cells)                # stratum, sequence, arm; a stratum may hold commas
listed <- split(vapply(listed, tail, "", 1), vapply(listed, function(v) paste(head(v, -2), collapse = ","), ""))
if (is.list(scheme) && scheme$method == "list" && scheme$settings$`sha-256` != tryCatch(digest(file = file.path(folder, "list.csv"), algo = "sha256"), error = function(e) "")) {
  fault("list.csv", 0, "this is not the list that the scheme binds"); scheme <- NULL
} else if (!is.list(scheme)) fault("scheme.json", 1, "this is not the canonical form of an allocation scheme")
seeds <- lapply(c("seed", "server-seed"), function(name) {
  found <- named("seed.txt", name)
  if (grepl("^[0-9a-f]{64}$", found$value)) unhex(found$value)
  else fault("seed.txt", found$line, paste0("\"", name, "\" is not a seed of 64 hexadecimal digits"))
})
given <- lapply(lines_of("contributions.csv")[-1], cells)
for (n in seq_along(given)) if (length(given[[n]]) != 4 || given[[n]][1] != n)
  fault("contributions.csv", n + 1, paste("this is not contribution", n))
given <- vapply(given, tail, "", 1)
if (!is.list(scheme) || !all(vapply(seeds, is.raw, TRUE))) end("")

# The commitments and the contributions (0004, Binding; 0021, Contributions)
scheme_hash <- hash(utf8(json)); seed <- seeds[[1]]; drawn <- seeds[[2]]; ratio <- unlist(scheme$ratio); arms <- unlist(scheme$arms)
commitment <- function(seed) hex(hash(c(utf8("TRIAL-RAND-COMMIT-v1"), prefixed(scheme$study), scheme_hash, seed)))
before <- length(faults)
published <- function(name, expected, otherwise) {
  found <- named("commitment.txt", name)
  if (found$line == 0) fault("commitment.txt", 0, paste0("\"", name, "\" is missing"))
  else if (found$value != expected) fault("commitment.txt", found$line, otherwise)
}
published("study", scheme$study, "this is not the study of the scheme")
published("version", scheme$version, "this is not the version of the scheme")
published("contributions", as.character(length(given)), "this is not the number of contributions in contributions.csv")
published("commitment", commitment(seed), "the commitment is not that of the scheme and seed")
if (length(given) || named("commitment.txt", "server-commitment")$line)
  published("server-commitment", commitment(drawn), "the commitment is not that of the scheme and the server's seed")
follows <- if (length(given)) mac(mac(utf8("TRIAL-RAND-SEED-v1"), drawn), c(prefixed(given), as.raw(1))) else drawn
if (!identical(follows, seed)) {
  bound <- length(faults) == before
  fault(if (bound) "contributions.csv" else "seed.txt", if (bound) 0 else 1, "the seed does not follow from the server's seed and the contributions")
}

# The rows (0004, Streams and Arm; 0021, Chain)
key <- mac(c(utf8("TRIAL-RAND-v1"), scheme_hash), seed)
stream_key <- function(...) mac(key, c(prefixed(c(scheme$study, scheme$version, ...)), as.raw(1)))
factors <- vapply(scheme$factors, function(f) f$name, ""); known <- lapply(scheme$factors, function(f) unlist(f$levels))
columns <- c("stream", "sequence", "participant", "levels", "weights", "pick", "draws", "arm", "randomised-at", "chain")
s <- scheme$settings; fake <- identical(s$`unequal-ratio`, "fake-arms")
owner <- if (fake) rep(seq_along(ratio), ratio) else seq_along(ratio)    # of each (fake) arm the arm
r <- if (fake) rep(1, length(owner)) else ratio; K <- length(r); one <- Reduce(function(a, b) a / gcd(a, b) * b, r) / r
streams <- new.env(); links <- new.env(); ends <- list(); last <- ""; rows <- 0; chained <- 0
begin <- function(stream) list(i = 0, n = rep(0, K), start = rep(0, K), weights = 0, arm = 0, broken = FALSE,
  counts = lapply(known, function(l) matrix(0, length(l), K)), key = stream_key(stream))
levels_of <- function(line, row) {                               # the places of the levels, in the order of the factors
  parts <- if (row[4] == "") list() else strsplit(strsplit(row[4], ";", fixed = TRUE)[[1]], "=", fixed = TRUE)
  levels <- setNames(vapply(parts, function(p) p[length(p)], ""), vapply(parts, `[`, "", 1))
  at <- if (setequal(names(levels), factors)) mapply(match, levels[factors], known)
  if (length(at) == length(factors) && !anyNA(at)) return(list(names = levels, at = at))
  fault("ledger.csv", line, "the factor levels are not levels of this scheme")
  NULL
}
compare <- function(line, row, weights, drawn, arm) {
  if (row[5] != paste(sprintf("%.0f", weights), collapse = ",")) fault("ledger.csv", line, "the weights are not those computed")
  if (as.numeric(row[6]) != drawn[1]) fault("ledger.csv", line, "the pick is not the number drawn")
  if (as.numeric(row[7]) != drawn[2]) fault("ledger.csv", line, "the count of words drawn is not right")
  if (row[8] != arm) fault("ledger.csv", line, "the arm is not the arm computed")
}
replay <- function(line, row) {
  found <- levels_of(line, row); if (is.null(found)) return()
  levels <- found$names; at <- found$at
  whole <- !length(factors) || scheme$method %in% c("complete-randomisation", "minimisation")
  stream <- if (whole) "all" else paste(factors, levels[factors], sep = "=", collapse = ";")
  past <- if (is.null(streams[[stream]])) begin(stream) else streams[[stream]]
  if (past$broken) return()
  if (row[1] != stream) fault("ledger.csv", line, "the stream is not that of the factor levels")
  i <- past$i + 1
  if (as.numeric(row[2]) != i) {
    past$broken <- TRUE
    fault("ledger.csv", line, paste("number", i, "of stream", stream, "was expected here; what follows in that stream cannot be computed"))
  } else if (scheme$method == "list" && i > length(listed[[stream]])) {
    fault("ledger.csv", line, "the list has no row left for it")
  } else {
    draw <- function(label, n) below(past$key, i, label, n)[1]
    inner <- weights_of(past, at, stream, draw)
    weights <- vapply(seq_along(ratio), function(arm) sum(inner[owner == arm]), 0)
    drawn <- below(past$key, i, "arm", sum(weights)); arm <- first_above(weights, drawn[1])
    compare(line, row, weights, drawn, arms[arm])
    mine <- which(owner == arm)
    if (length(mine) > 1) mine <- mine[first_above(inner[mine], draw("fake-arm", weights[arm]))]
    past$i <- i; past$n[mine] <- past$n[mine] + 1; past$weights <- inner; past$arm <- mine
    for (f in seq_along(at)) past$counts[[f]][at[f], mine] <- past$counts[[f]][at[f], mine] + 1
    if (!is.null(s$length) && i %% s$length == 0) past$start <- past$n
  }
  streams[[stream]] <- past
}

# The rows outside the streams (0025): envelopes, and those who follow a participant
issued <- lapply(lines_of("envelopes.csv"), cells)
used <- Filter(function(v) length(v) == 3 && v[3] == "used", issued)
used_id <- vapply(used, function(v) paste(v[1:2], collapse = " "), ""); opened <- character()
forced <- function(line, row, past) {
  past$i <- past$i + 1; followed <- sub("^forced/", "", row[1]); arm <- randomised[match(followed, who)]
  if (as.numeric(row[2]) != past$i) {
    past$broken <- TRUE
    fault("ledger.csv", line, paste("number", past$i, "of stream", row[1], "was expected here; what follows in that stream cannot be computed"))
  } else if (is.na(arm)) fault("ledger.csv", line, "the participant who is followed was not randomised")
  else compare(line, row, as.numeric(arms == arm), c(0, 0), arm)
  past
}
envelope <- function(line, row, past) {
  number <- as.numeric(row[2]); id <- paste(sub("^envelopes/", "", row[1]), sprintf("%.0f", number))
  if (number <= past$i) fault("ledger.csv", line, "an envelope with this number or a later one was used before")
  opened <<- c(opened, id)
  if (!id %in% used_id) fault("ledger.csv", line, "no such envelope was issued and used")
  drawn <- below(past$key, number, "arm", sum(ratio))
  compare(line, row, ratio, drawn, arms[first_above(ratio, drawn[1])])
  past$i <- max(past$i, number)
  past
}
outside <- function(line, row) {
  if (is.null(levels_of(line, row))) return()
  id <- paste0("outside ", row[1]); past <- streams[[id]]
  if (is.null(past)) past <- list(i = 0, broken = FALSE, key = stream_key(row[1]))
  if (!past$broken) streams[[id]] <- if (startsWith(row[1], "envelopes/")) envelope(line, row, past) else forced(line, row, past)
}
lines <- lines_of("ledger.csv")
if (!identical(lines[1], paste(columns, collapse = ","))) { fault("ledger.csv", 1, paste("the columns are not", paste(columns, collapse = ", "))); lines <- "" }
split_lines <- lapply(lines[-1], cells)
own <- Filter(function(v) length(v) == 10 && !startsWith(v[1], "forced/"), split_lines)
who <- vapply(own, `[`, "", 3); randomised <- vapply(own, `[`, "", 8)
for (line in seq_along(lines)[-1]) {
  row <- split_lines[[line - 1]]
  if (length(row) != 10 || !all(grepl("^[0-9]{1,18}$", row[c(2, 6, 7)])) || !grepl("^[0-9]{1,18}(,[0-9]{1,18})*$", row[5])) {
    fault("ledger.csv", line, "this is not a row of a ledger"); next
  }
  rows <- rows + 1
  if (order(c(last, row[1]), method = "radix")[1] == 2) fault("ledger.csv", line, "this row is not where its stream belongs")
  last <- row[1]
  if (grepl("^(envelopes|forced)/", row[1])) outside(line, row) else replay(line, row)
  id <- paste0(":", last); previous <- if (is.null(links[[id]])) commitment(seed) else links[[id]]
  link <- hex(mac(stream_key(last, "chain"), c(utf8(previous), prefixed(row[1:9]))))
  chained <- chained + (row[10] != "")
  if (row[10] != "" && row[10] != link) fault("ledger.csv", line, "the chain does not fit this row and the one before it")
  links[[id]] <- if (row[10] == "") link else row[10]
  ends[[id]] <- prefixed(row[c(1, 2, 10)])
}
if (length(issued) && !identical(issued[[1]], c("site", "number", "state"))) fault("envelopes.csv", 1, "the columns are not site, number, state")
counted <- list()
for (line in seq_along(issued)[-1]) {
  v <- issued[[line]]; id <- paste0(":", v[1]); counted[[id]] <- n <- sum(counted[[id]], 1)
  if (length(v) != 3 || v[2] != sprintf("%.0f", n) || !v[3] %in% c("unused", "used", "spoiled")) {
    fault("envelopes.csv", line, paste("this is not envelope", n, "of its site")); next
  }
  if (v[3] == "used" && !paste(v[1:2], collapse = " ") %in% opened) fault("envelopes.csv", line, "the ledger has no row of this envelope")
  later <- vapply(used, function(u) u[1] == v[1] && grepl("^[0-9]{1,9}$", u[2]) && as.numeric(u[2]) > n, TRUE)
  if (v[3] == "unused" && any(later)) fault("envelopes.csv", line, "a later envelope was used, so this one cannot be unused")
}

# The end of a scheme that another took the place of (0026, Closing)
closed <- any(vapply(c("closed-at", "allocations", "end"), function(name) named("commitment.txt", name)$line > 0, TRUE))
if (closed || place == "earlier") {
  published("allocations", as.character(rows), "this is not the number of allocations in ledger.csv")
  published("end", hex(hash(as.raw(unlist(lapply(ends, as.integer))))), "the ledger does not end where the scheme was closed")
}
if (closed && place == "last") fault("commitment.txt", 0, "this scheme was closed, and the one after it is missing")
end(paste0("No fault: ", scheme$study, " ", scheme$version, " (allocations: ", rows, ", chained: ", chained, ", streams: ", length(links), ", contributions: ", length(given), ")."))

# area: exceptions
# prio: P0
# checks: sys.exit with a string prints it on standard error and exits with 1
# exit: 1
# stderr-match: ^fatal: no input$
import sys

print("before")
sys.exit("fatal: no input")

# Targets for those who work on payment_gateway; `make help` lists them.

.PHONY: help format stubs check check-core check-sandbox

help:
	@echo 'make                 builds modules/payment_gateway.so'
	@echo 'make check           runs every test: tests/run'
	@echo 'make check-core      the unit tests of the core'
	@echo 'make check-sandbox   the unit tests of the sandbox gateway'
	@echo 'make format          lays out the C sources with clang-format'
	@echo 'make stubs           writes the arginfo and the reference anew, after a change of stub or table'

check:
	$(srcdir)/tests/run

check-core:
	$(MAKE) -C $(srcdir)/tests/core check

check-sandbox:
	$(MAKE) -C $(srcdir)/tests/sandbox check

# Only what git knows: no generated file, no test's leftovers.
format:
	cd $(srcdir) && git ls-files '*.[ch]' ':!stubs/payment_gateway_arginfo.h' | xargs clang-format -i

stubs:
	cd $(srcdir) && $(PHP_EXECUTABLE) build/gen_stub.php stubs/payment_gateway.stub.php
	cd $(srcdir) && stubs/reference >stubs/REFERENCE.md.new && mv stubs/REFERENCE.md.new stubs/REFERENCE.md

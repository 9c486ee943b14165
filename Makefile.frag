# Targets for developers; `make help` lists them.

.PHONY: help format stubs check check-core check-sandbox

help:
	@echo 'make                 builds modules/payment_gateway.so'
	@echo 'make check           runs every test: tests/run'
	@echo 'make check-core      the unit tests of the core'
	@echo 'make check-sandbox   the unit tests of the sandbox gateway'
	@echo 'make format          formats the C sources with clang-format'
	@echo 'make stubs           regenerates the arginfo and the reference, after a change of the stub or the table'

check:
	$(srcdir)/tests/run

check-core:
	$(MAKE) -C $(srcdir)/tests/core check

check-sandbox:
	$(MAKE) -C $(srcdir)/tests/sandbox check

# Only files that git tracks: no generated files, no leftovers of tests.
format:
	cd $(srcdir) && git ls-files '*.[ch]' ':!stubs/payment_gateway_arginfo.h' | xargs clang-format -i

stubs:
	cd $(srcdir) && $(PHP_EXECUTABLE) build/gen_stub.php stubs/payment_gateway.stub.php
	cd $(srcdir) && stubs/reference >stubs/REFERENCE.md.new && mv stubs/REFERENCE.md.new stubs/REFERENCE.md
